"""Who decides which language models may be asked."""

from samspil.core.roles import Action
from samspil.people.models import Colleague
from samspil.people.queries import check_may


def check_may_govern(colleague: Colleague | None) -> Colleague:
    """The colleague, if they say what may go to language models; else raises `NotAllowed`."""
    return check_may(colleague, Action.GOVERN_MODELS)
