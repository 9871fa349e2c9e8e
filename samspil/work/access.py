"""Who may do what with cases and processes."""

from datetime import datetime

from django.utils.translation import gettext as _

from samspil.core.judging import Judging
from samspil.core.roles import Action, NotAllowed
from samspil.people.models import Colleague
from samspil.people.queries import check_may
from samspil.work.models import Case, FirstJudgement, Process
from samspil.work.queries.contesting import decided_before
from samspil.work.queries.emptying import is_emptied
from samspil.work.queries.judging import judgement_of, somebody_else
from samspil.work.queries.sight import Sight, sees_texts_of, sight_of


class AlreadyJudged(NotAllowed):
    """A second person has to look at what this one has judged; the message is fit to show."""


class DecidedBefore(NotAllowed):
    """Another person has to decide anew what was contested; the message is fit to show."""


def check_may_take(colleague: Colleague, case: Case) -> None:
    """Raise `NotAllowed` unless the colleague decides cases and is in the case's team.

    Whoever may reassign cases may take those of any team; a case without a team is anyone's; but
    of a closed process nobody takes what they may not see.
    """
    check_may(colleague, Action.DECIDE_CASES)
    sight = sight_of(colleague)
    check_may_see(colleague, case, sight=sight)
    check_may_decide_anew(colleague, case)
    if case.team_id is None or case.team_id in sight.teams:
        return
    try:
        check_may(colleague, Action.REASSIGN_CASES)
    except NotAllowed:
        raise NotAllowed(_("This case waits for another team.")) from None


def check_may_decide_anew(colleague: Colleague, case: Case) -> None:
    """Raise `DecidedBefore` where the colleague decided what somebody disagrees with."""
    if colleague.pk in decided_before(case):
        raise DecidedBefore(_("You decided this before: another person decides it anew."))


def check_may_see(colleague: Colleague, case: Case, *, sight: Sight | None = None) -> None:
    """Raise `NotAllowed` where the case is hidden from the colleague; `sight`: theirs, if known."""
    if not (sight or sight_of(colleague)).covers(case):
        raise NotAllowed(_("This process is closed: only its teams see its cases."))


def check_not_emptied(case: Case) -> None:
    """Raise `NotAllowed` where the words of the case are gone: it goes on no more."""
    if is_emptied(case):
        raise NotAllowed(_("This case was emptied: nothing can be added to it, nor done with it."))


def check_may_read(colleague: Colleague, process: Process) -> None:
    """Raise `NotAllowed` unless the colleague may read what was written in the process's cases."""
    check_may(colleague, Action.SEE_CASES)
    if not sees_texts_of(process, colleague):
        raise NotAllowed(_("This process is closed: only its teams see its cases."))


def check_may_look(
    colleague: Colleague, case: Case, *, at: datetime, judgement: FirstJudgement | None = None
) -> None:
    """Raise `AlreadyJudged` where the case waits for somebody who has not judged it yet.

    Where nobody else is there, whoever judged it first may go on with it. `judgement`: the first
    one, where it is known.
    """
    if case.judging != Judging.SECOND:
        return
    first = judgement or judgement_of(case)
    if first is None or first.by_id != colleague.pk:
        return
    if somebody_else(case, colleague, at=at):
        raise AlreadyJudged(_("You have judged this case: a second person looks at it now."))


def check_may_change(colleague: Colleague, process: Process | None) -> None:
    """Raise `NotAllowed` unless the colleague may change processes."""
    check_may(colleague, Action.CHANGE_PROCESSES)


def check_may_stop(colleague: Colleague, process: Process | None) -> None:
    """Raise `NotAllowed` unless the colleague may stop AI here; None stands for everywhere."""
    check_may(colleague, Action.STOP_PROCESSES if process else Action.STOP_EVERYTHING)
