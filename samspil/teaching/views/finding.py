"""Find what an address names, and where its reader was on their way to."""

from uuid import UUID

from django.http import Http404
from django.utils.http import url_has_allowed_host_and_scheme

from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest
from samspil.teaching.models import Example, Lesson, Version
from samspil.teaching.queries import example_at, lesson_at, version_at
from samspil.work.models import Process
from samspil.work.queries import process_at, sees_texts_of

LONGEST = 500


def find_process(public_id: UUID) -> Process:
    """The process, or a page that says there is none."""
    try:
        return process_at(public_id)
    except Process.DoesNotExist:
        raise Http404 from None


def find_lesson(public_id: UUID) -> Lesson:
    """The lesson, or a page that says there is none."""
    try:
        return lesson_at(public_id)
    except Lesson.DoesNotExist:
        raise Http404 from None


def find_version(public_id: UUID) -> Version:
    """The version, or a page that says there is none."""
    try:
        return version_at(public_id)
    except Version.DoesNotExist:
        raise Http404 from None


def find_example(public_id: UUID, reader: Colleague | None) -> Example:
    """The example, or a page that says there is none: of a closed process there is for its teams.

    What else the reader needs to be allowed is for the caller to check.
    """
    try:
        found = example_at(public_id)
    except Example.DoesNotExist:
        raise Http404 from None
    if found.process.closed and not sees_texts_of(found.process, reader):
        raise Http404
    return found


def own_address(request: WorkRequest, address: str) -> str:
    """The address, if it leads to a page of this Samspil; else empty."""
    safe = url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return address if safe and len(address) <= LONGEST else ""
