"""`samspil models` lists language models and asks one for a word; the doctor names a bad one."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from samspil.config.health import examine
from samspil.core.roles import Role
from samspil.governance.models import ModelServer
from tests.factories import make_colleague
from tests.governance.serving import make_server
from tests.model_server import model_server


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("models", *arguments, stdout=out)
    return out.getvalue()


def found(what: str):
    return next(one for one in examine() if one.what == what)


def test_without_a_model_it_says_that_none_is_needed(organisation):
    assert run() == "No language model is set up, and none is needed.\n"
    assert (found("language models").said, found("language models").mend) == ("none in use", "")


def test_models_are_listed_with_what_they_get(organisation):
    make_server(make_colleague(Role.OWNER))

    assert run() == "Small: small, machine, on; gets internal (allow)\n"


def test_one_is_tried_by_name(organisation):
    with model_server("ready", 500) as script:
        make_server(make_colleague(Role.OWNER), script.url)

        assert run("--try", "Small") == "ready\n"
        with pytest.raises(CommandError, match="HTTP 500"):
            run("--try", "Small")
        with pytest.raises(CommandError, match="no language model called Big"):
            run("--try", "Big")


def test_the_doctor_names_a_model_that_is_left_alone(organisation):
    make_server(make_colleague(Role.OWNER))
    ModelServer.objects.update(rests_until=timezone.now() + timedelta(minutes=5))

    assert "Nordlys: Small" in found("language models").mend
