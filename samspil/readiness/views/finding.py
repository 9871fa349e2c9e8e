"""What an address is about, or 404; and whether its reader may be there."""

from uuid import UUID

from django.http import Http404

from samspil.core.readiness.seats import Seat
from samspil.people.models import Colleague
from samspil.readiness import queries
from samspil.readiness.access import own_interview
from samspil.readiness.models import Finding, Goal, Interview, Round, Version


def round_here(public_id: UUID) -> Round:
    """The round; 404 where there is none."""
    try:
        return queries.round_at(public_id)
    except Round.DoesNotExist:
        raise Http404 from None


def interview_here(public_id: UUID, colleague: Colleague) -> Interview:
    """The interview, for whoever may read it; 404 for everybody else."""
    try:
        return own_interview(public_id, of=colleague)
    except Interview.DoesNotExist:
        raise Http404 from None


def finding_here(public_id: UUID) -> Finding:
    """The finding; 404 where there is none."""
    try:
        return queries.finding_at(public_id)
    except Finding.DoesNotExist:
        raise Http404 from None


def goal_here(public_id: UUID) -> Goal:
    """The goal; 404 where there is none."""
    try:
        return queries.goal_at(public_id)
    except Goal.DoesNotExist:
        raise Http404 from None


def version_here(public_id: UUID) -> Version:
    """The version; 404 where there is none."""
    try:
        return queries.version_at(public_id)
    except Version.DoesNotExist:
        raise Http404 from None


def seat_here(seat: str) -> Seat:
    """As what somebody is asked; 404 for what there is not."""
    try:
        return Seat(seat)
    except ValueError:
        raise Http404 from None
