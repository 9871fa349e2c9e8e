"""Found an organisation: all it needs before its first process, or nothing."""

from dataclasses import dataclass, field
from datetime import datetime, time

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from samspil.core.opening_hours import OpeningHours, Span
from samspil.core.roles import Role
from samspil.founding.models import Beginning
from samspil.people import actions as people
from samspil.people.actions import note
from samspil.people.models import Colleague
from samspil.tenancy.actions import check_nothing_founded, enter, found_organisation
from samspil.work import actions as work

AI_NAME = "Samspil AI"
SKILL = "triage"
WORKDAY = (Span(time(8), time(16)),)
USUAL_WEEK = OpeningHours((*[WORKDAY] * 5, (), ()))
"""Until somebody says otherwise: Monday to Friday, 8 to 16."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Founding:
    """What has to be known of an organisation and its owner. `country` is whose holidays count."""

    name: str
    owner: str
    email: str
    password: str = field(repr=False)
    language: str = "da"
    time_zone: str = "Europe/Copenhagen"
    country: str = ""


@transaction.atomic
def found(wanted: Founding, *, at: datetime) -> Colleague:
    """Found one more organisation with an owner, an AI colleague, a team and usual hours; returns
    the owner."""
    made = found_organisation(
        name=wanted.name, at=at, language=wanted.language, time_zone=wanted.time_zone
    )
    with enter(made), override(wanted.language):
        owner = people.take_on(
            name=wanted.owner,
            email=wanted.email,
            roles=[Role.OWNER],
            password=wanted.password,
            language=wanted.language,
        )
        people.take_on_ai(name=AI_NAME, skill=SKILL)
        people.form_team(name=_("Everybody"), members=[owner])
        Beginning.objects.create(began_at=at)
        note("organisation_founded", "organisation", made.public_id, by=owner, at=at)
        work.set_hours(
            None, hours=USUAL_WEEK, country=wanted.country, zone=wanted.time_zone, by=None, at=at
        )
        work.ask_to_warm_up()
    return owner


@transaction.atomic
def found_first(wanted: Founding, *, at: datetime) -> Colleague:
    """Found the first organisation; raises `AlreadyFounded` where somebody else was quicker."""
    check_nothing_founded()
    return found(wanted, at=at)
