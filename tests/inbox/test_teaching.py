"""`samspil teach`: a process learns from examples, and says how well."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from samspil.inbox.files import Example
from samspil.inbox.queries import lesson_of
from samspil.work.models import Process
from tests.factories import make_process

BICYCLES = [f"my bicycle number {number} has a flat tyre" for number in range(12)]
CAKES = [f"please bake cake number {number} with chocolate" for number in range(12)]


def examples_file(folder):
    path = folder / "examples.csv"
    rows = [f"{text},bicycle" for text in BICYCLES] + [f"{text},cake" for text in CAKES]
    path.write_text("\n".join(["text,topic", *rows, "how much is tea,tea", "nothing,"]))
    return path


def test_a_process_learns_its_own_topics_and_tells_how_well(organisation, tmp_path):
    process = make_process(name="Shop")
    out = StringIO()

    with pytest.raises(CommandError, match="Rows left out: 1"):
        call_command("teach", str(examples_file(tmp_path)), stdout=out, stderr=StringIO())

    lines = out.getvalue().splitlines()
    assert lines[:3] == ["    12 bicycle", "    12 cake", "     1 tea"]
    assert lines[3].startswith("Held-out accuracy: 96.0% (24 of 25, ")
    assert lines[4] == "Topics with fewer than 10 examples: tea."
    taught = Process.objects.get(pk=process.pk)
    assert taught.model_file.startswith("triage-")
    assert taught.topics.filter(key="bicycle").exists()


def test_examples_that_say_the_same_are_never_tried_by_who_learned_them(organisation):
    same = [Example(text="the very same", topic="a" if number else "b") for number in range(9)]

    lesson = lesson_of(same, process=make_process())

    assert (lesson.tried, lesson.accuracy) == (0, None)


def test_a_file_without_an_example_teaches_nothing(organisation, tmp_path):
    make_process(name="Shop")
    path = tmp_path / "examples.csv"
    path.write_text("text,topic\n")

    with pytest.raises(CommandError, match="no example"):
        call_command("teach", str(path), stdout=StringIO())
