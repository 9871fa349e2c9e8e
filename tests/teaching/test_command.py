"""`samspil teach`: a process learns from examples, and says how well."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from samspil.teaching.models import Example, Use, Version
from samspil.work.models import Process
from tests.factories import make_process

BICYCLES = [f"my bicycle number {number} has a flat tyre" for number in range(12)]
CAKES = [f"please bake cake number {number} with chocolate" for number in range(12)]


def examples_file(folder):
    path = folder / "examples.csv"
    rows = [f"{text},bicycle" for text in BICYCLES] + [f"{text},cake" for text in CAKES]
    path.write_text("\n".join(["text,topic", *rows, "how much is tea,tea", "nothing,"]))
    return path


def teach(path, *options):
    out = StringIO()
    with pytest.raises(CommandError, match="Rows left out: 1"):
        call_command("teach", str(path), "--words-only", *options, stdout=out, stderr=StringIO())
    return out.getvalue().splitlines()


def test_a_process_learns_its_own_topics_and_tells_how_well(organisation, tmp_path):
    process = make_process(name="Shop")

    lines = teach(examples_file(tmp_path))

    assert lines[:3] == ["    12 bicycle", "    12 cake", "     1 tea"]
    assert lines[3] == "Topics with fewer than 10 examples: tea."
    assert lines[4].startswith("Held-out accuracy: 96.0% (24 of 25, ")
    taught = Process.objects.get(pk=process.pk)
    using = Use.objects.get(process=process, to_at=None).version
    assert taught.model_file == using.model_file
    assert (using.origin, using.examples, using.by) == ("taught", 25, None)
    assert taught.topics.filter(key="bicycle").exists()


def test_without_use_the_version_is_made_and_not_chosen(organisation, tmp_path):
    process = make_process(name="Shop")

    lines = teach(examples_file(tmp_path), "--no-use")

    assert lines[-1].endswith("(not in use).")
    assert Version.objects.filter(process=process, origin="taught").count() == 1
    assert Process.objects.get(pk=process.pk).model_file == ""
    assert Use.objects.get(to_at=None).version.origin == "starter"


def test_a_file_without_an_example_teaches_nothing(organisation, tmp_path):
    make_process(name="Shop")
    path = tmp_path / "examples.csv"
    path.write_text("text,topic\n")

    with pytest.raises(CommandError, match="no example"):
        call_command("teach", str(path), stdout=StringIO())
    assert not Example.objects.exists()


def test_skills_lists_the_versions_of_each_process(organisation, tmp_path):
    make_process(name="Shop")
    teach(examples_file(tmp_path))
    out = StringIO()

    call_command("skills", stdout=out)

    lines = out.getvalue().splitlines()
    assert lines[0].startswith("triage: Says what a message is about")
    assert lines[1] == "  Shop: 25 examples kept"
    assert lines[2].startswith("    * ")
    assert "right 96.0% of 25" in lines[2]
    assert lines[3].endswith("as it came: right 0.0% of 25")
