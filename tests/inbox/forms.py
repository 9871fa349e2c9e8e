"""Short ways to arrange public forms and strangers."""

import re
from datetime import timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

from samspil.core.public_form import Asked, FormPlan, Kind, OwnField, Texts, Usual
from samspil.core.roles import Role
from samspil.inbox import actions
from samspil.inbox.models import PublicForm
from samspil.people.models import Colleague
from samspil.web.marks import began
from samspil.work.models import Process
from tests.factories import MONDAY_9, make_colleague
from tests.pages import english

TOLD = "To answer you."
COLOURS = OwnField(
    labels={"da": "Farve", "de": "Farbe", "en": "Colour"},
    kind=Kind.CHOICE,
    choices={"da": ("Rød", "Blå"), "de": ("Rot", "Blau"), "en": ("Red", "Blue")},
)


def plan(**changes: object) -> FormPlan:
    """A plan with all that must be told, in three languages."""
    usual: dict[str, object] = {
        "languages": ("da", "de", "en"),
        "texts": {
            "da": Texts(title="Skriv til os", introduction="Vi svarer.", purpose="For at svare."),
            "de": Texts(title="Schreiben Sie uns", purpose="Um zu antworten."),
            "en": Texts(title="Write to us", introduction="We answer.", purpose=TOLD),
        },
        "asked": dict.fromkeys(Usual, Asked.MAY),
        "own": (COLOURS,),
        "contact": "Nordlys, Havnegade 1, hello@nordlys.example",
        "privacy_url": "https://nordlys.example/privacy",
    }
    return FormPlan(**{**usual, **changes})  # type: ignore[arg-type]  # by name


def make_form(
    process: Process, *, by: Colleague | None = None, slug: str = "", **changes: object
) -> PublicForm:
    """An open form of this process."""
    owner = by or make_colleague(Role.PROCESS_OWNER)
    form = actions.set_form(process, plan(**changes), by=owner, at=MONDAY_9)
    if slug:
        actions.move_form(form, slug=slug, by=owner, at=MONDAY_9)
    actions.open_form(form, by=owner, at=MONDAY_9)
    form.refresh_from_db()
    return form


def stranger() -> Client:
    """A browser of somebody without an account."""
    return english(Client())


def mark(form: PublicForm, *, seconds: float = 60) -> str:
    """The mark of a page that has stood open for so long."""
    return began(str(form.public_id), at=timezone.now() - timedelta(seconds=seconds))


def write(form: PublicForm, client: Client | None = None, **typed: object) -> Any:
    """Send this form as a stranger does."""
    filled = {"mark": mark(form), "message": "When does my pump arrive?", **typed}
    return (client or stranger()).post(f"/f/{form.slug}/", filled)


def secret_of(answer: Any) -> str:
    """The secret in the address that one is led to."""
    found = re.fullmatch(r"/f/status/([\w-]+)/", answer["Location"])
    assert found
    return found[1]
