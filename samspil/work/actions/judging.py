"""A person judges a case before seeing AI's answer; where both disagree, somebody else may look."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.core.evidence.beside import Team, Word
from samspil.core.judging import NEVER, UNJUDGED, Judging, judging_of, needs_second_look
from samspil.core.lifecycle import Stage
from samspil.core.organisation_models.contract import Route
from samspil.core.routing import Reason
from samspil.people.models import Colleague, Kind
from samspil.work.access import check_may_take
from samspil.work.actions.holding import NOBODY, NoPerson, StaleCase
from samspil.work.actions.noting import note_case
from samspil.work.actions.showing import SHOWN, hide_answer, show_answer
from samspil.work.models import Case, Decision, FirstJudgement, Proposal
from samspil.work.queries.autonomy import autonomy_of
from samspil.work.queries.judging import options_of, somebody_else, team_knowledge

MOVED = ["stage", "claimed_by", "claimed_at", *SHOWN]


class UnknownTopic(ValueError):
    """The process has no such topic; the message is fit to show."""


class NotJudged(Exception):
    """A case cannot be decided before somebody has judged it; the message is fit to show."""


def judge_first(case: Case, *, topic: str, by: Colleague, at: datetime) -> FirstJudgement:
    """Keep what `by` finds before AI's answer is seen; then it is, unless somebody else looks too.

    Raises `NoPerson`, `UnknownTopic`, and `StaleCase` unless `by` holds the case and nobody has
    judged it: the first judgement stands.
    """
    if by.kind != Kind.PERSON:
        raise NoPerson(_("Only a person may decide a case."))
    check_may_take(by, case)
    if not case.process.topics.filter(key=topic).exists():
        raise UnknownTopic(_("This process knows no such topic."))
    return _keep(case, topic, team_knowledge(case.process), by=by, at=at)


@transaction.atomic
def _keep(case: Case, topic: str, team: Team, *, by: Colleague, at: datetime) -> FirstJudgement:
    held = Case.objects.select_for_update(of=("self",)).select_related("process").get(pk=case.pk)
    if held.stage != Stage.CLAIMED or held.claimed_by_id != by.pk:
        raise StaleCase(_("You no longer hold this case, so your judgement was not kept."))
    if held.judging not in UNJUDGED:
        raise StaleCase(_("This case was judged already: the first judgement stands."))
    if held.judging == Judging.SECOND:
        judgement = _second(held, topic, team, by=by)
    else:
        judgement = _first(held, topic, team, by=by, at=at)
    held.save(update_fields=MOVED)
    note_case(held, "judged_first", by=by, at=at)
    for name in MOVED:
        setattr(case, name, getattr(held, name))
    return judgement


def _first(case: Case, topic: str, team: Team, *, by: Colleague, at: datetime) -> FirstJudgement:
    proposal = Proposal.objects.get(case=case, round=case.round)
    judgement = FirstJudgement(
        process=case.process,
        case=case,
        round=case.round,
        proposal=proposal,
        topic=topic,
        by=by,
        at=at,
    )
    options = options_of(proposal.options)
    word = team.word(options, [topic])
    _keep_word(judgement, word, team)
    kept = autonomy_of(case.process)
    wanted = kept.second_look and needs_second_look(
        agree=proposal.likeliest == topic,
        sure=word.sure if word else None,
        alpha=kept.alpha,
    )
    judgement.second_look = wanted and somebody_else(case, by, at=at)
    judgement.nobody_else = wanted and not judgement.second_look
    if judgement.second_look:
        case.stage, case.judging = Stage.WAITING, Judging.SECOND
        for name, value in NOBODY.items():
            setattr(case, name, value)
    else:
        _judged(case, proposal)
    judgement.save(force_insert=True)
    return judgement


def _second(case: Case, topic: str, team: Team, *, by: Colleague) -> FirstJudgement:
    found = FirstJudgement.objects.select_related("proposal")
    judgement = found.get(case=case, round=case.round)
    if judgement.by_id == by.pk:
        judgement.second_look, judgement.nobody_else = False, True
    else:
        judgement.second = topic
        word = team.word(options_of(judgement.proposal.options), [judgement.topic, topic])
        _keep_word(judgement, word, team)
    judgement.save()
    _judged(case, judgement.proposal)
    return judgement


def _judged(case: Case, proposal: Proposal) -> None:
    show_answer(case, proposal)
    case.judging = Judging.JUDGED


def _keep_word(judgement: FirstJudgement, word: Word | None, team: Team) -> None:
    judgement.together = word.topic if word else ""
    judgement.sure = word.sure if word else None
    judgement.looks = team.looks


def settle_judgement(decision: Decision) -> None:
    """Keep what was decided beside what was judged, forget who judged, and show AI's answer.

    What was closed without reply and topic stays hidden: nobody has judged it. Where nobody was to
    judge first it costs no statement. Inside the caller's transaction.
    """
    case = decision.case
    if case.judging == Judging.OPEN:
        return
    found = FirstJudgement.objects.filter(case=case, round=decision.round)
    found.update(decided=decision.topic, by=None)
    if case.hides_answer and (decision.topic or decision.answer.strip()):
        show_answer(case, decision.proposal)
        case.save(update_fields=SHOWN)


def take_judgement_back(case: Case) -> None:
    """A decision was taken back: it says nothing any more, and what was hidden is so again."""
    FirstJudgement.objects.filter(case=case, round=case.round).update(decided="")
    proposal = Proposal.objects.filter(case=case, round=case.round).first()
    judging = judging_of(
        str(case.public_id),
        reason=Reason(case.reason),
        route=Route(case.route),
        proposed=bool(proposal and proposal.options),
        lots=NEVER,
    )
    if judging is Judging.WITHOUT:
        hide_answer(case, judging)
        case.save(update_fields=[*SHOWN, "sorted_alone"])


def forget_judge(case: Case) -> None:
    """Nobody needs to know any more who judged: the case was closed without a decision."""
    FirstJudgement.objects.filter(case=case, round=case.round).update(by=None)
