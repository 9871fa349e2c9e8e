"""Who may see the map of gaps, and who may say that a request is done."""

from samspil.core.roles import Action
from samspil.gaps.models import GapRequest
from samspil.people.models import Colleague
from samspil.people.queries import check_may, may_do


def check_may_see_map(colleague: Colleague | None) -> Colleague:
    """The colleague, if they keep documents and may see what is missing; else `NotAllowed`."""
    return check_may(colleague, Action.KEEP_DOCUMENTS)


def may_see_map(colleague: Colleague | None) -> bool:
    """Whether `check_may_see_map` would let this colleague pass."""
    return may_do(colleague, Action.KEEP_DOCUMENTS)


def check_may_know(colleague: Colleague | None) -> Colleague:
    """The colleague, if they may ask and say what they know; else raises `NotAllowed`."""
    return check_may(colleague, Action.ASK)


def check_may_end(colleague: Colleague, request: GapRequest) -> None:
    """Raise `NotAllowed` unless the colleague was asked, or may see the map."""
    if request.asked_id != colleague.pk:
        check_may_see_map(colleague)
