"""What AI may do in a process: its level, the step up and down, what is promised, what happened."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samspil.core.anonymity import LEAST
from samspil.core.evidence.autonomy import WORDS as LEVEL_WORDS
from samspil.core.evidence.autonomy import Autonomy
from samspil.core.evidence.certificate import Promise
from samspil.core.evidence.ladder import IllegalMove
from samspil.core.roles import Action
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, check_may, may_do
from samspil.web.pages import page, toast
from samspil.web.words import in_hundred
from samspil.work import actions
from samspil.work.forms.autonomy import SignForm, TermsForm, terms_as_typed
from samspil.work.models import Process, ProcessAutonomy
from samspil.work.queries.autonomy import autonomy_of, lets_ai_finish, lone_figures, moves_of
from samspil.work.queries.contesting import disagreed_with_ai
from samspil.work.queries.evidence import LIKELY_SHARE, evidence_of
from samspil.work.queries.grouping import names_of, way_words
from samspil.work.queries.ladder_words import fall_words, gap_words, level_name
from samspil.work.queries.looks import team_looks
from samspil.work.queries.proving import gaps_of, proof_of, wish_of
from samspil.work.queries.watched import watched_of
from samspil.work.views.finding import find_process
from samspil.work.views.grouping import group_rows, signed_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """A level as the page shows it."""

    level: int
    name: str
    words: str
    current: bool
    lower: bool


@require_safe
def autonomy(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """The ladder, what is missing for the next step, what was signed, what checks say."""
    colleague = check_may(request.colleague, Action.SEE_PROCESSES)
    return _autonomy_page(request, colleague, find_process(public_id))


@require_POST
def climb(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Sign for the next level."""
    colleague = check_may(request.colleague, Action.CHANGE_PROCESSES)
    found = find_process(public_id)
    form = SignForm(request.POST)
    if not form.is_valid():
        return _autonomy_page(request, colleague, found, signing=form, status=422)
    try:
        signed = actions.climb(found, by=colleague, at=timezone.now())
    except actions.NotProved as why:
        toast(request, " ".join(gap_words(gap) for gap in why.gaps))
    except actions.NotShared as why:
        toast(request, str(why))
    else:
        toast(request, _("Signed: “%(level)s” from now on.") % {"level": level_name(signed.level)})
    return redirect("work:autonomy", public_id=public_id)


@require_POST
def lower(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Take autonomy away."""
    colleague = check_may(request.colleague, Action.STOP_PROCESSES)
    found = find_process(public_id)
    try:
        to = Autonomy(int(request.POST.get("to", "")))
        actions.lower(found, to=to, by=colleague, at=timezone.now())
    except (ValueError, IllegalMove):
        toast(request, _("AI stands no higher than that already."))
    else:
        toast(request, _("“%(level)s” from now on.") % {"level": level_name(to)})
    return redirect("work:autonomy", public_id=public_id)


@require_POST
def terms(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Lay down what is promised."""
    colleague = check_may(request.colleague, Action.CHANGE_PROCESSES)
    found = find_process(public_id)
    form = TermsForm(request.POST)
    if not form.is_valid():
        return _autonomy_page(request, colleague, found, form=form, status=422)
    lost = actions.change_terms(found, form.terms(), by=colleague, at=timezone.now())
    toast(
        request,
        _("Kept. That was not proved yet, so AI finishes nothing alone until it is.")
        if lost
        else _("The terms are kept."),
    )
    return redirect("work:autonomy", public_id=public_id)


@require_POST
def note_falls(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Say that one knows of the falls up to the one that was shown; later ones stay."""
    colleague = check_may(request.colleague, Action.CHANGE_PROCESSES)
    found = find_process(public_id)
    shown = request.POST.get("until", "")
    if shown.isdecimal():
        actions.note_falls(found, until=int(shown), by=colleague, at=timezone.now())
        toast(request, _("Noted."))
    return redirect("today:today")


def _autonomy_page(
    request: WorkRequest,
    colleague: Colleague,
    found: Process,
    *,
    form: TermsForm | None = None,
    signing: SignForm | None = None,
    status: int = 200,
) -> HttpResponse:
    kept = autonomy_of(found)
    changes = may_do(colleague, Action.CHANGE_PROCESSES)
    lone = lone_figures(kept)
    context = {
        "process": found,
        "kept": kept,
        "rungs": _rungs(kept),
        "shared": lets_ai_finish(found),
        "certificate": kept.certificate,
        "covered": _covered(kept),
        "way": way_words(kept.groups_by),
        "signed_way": way_words(kept.certificate.groups_by) if kept.certificate else "",
        "likely": in_hundred(LIKELY_SHARE),
        "signed_groups": signed_rows(kept.certificate, found),
        "allowed": round(100 * kept.alpha),
        "lone": lone,
        "watches": watched_of(kept, lone),
        "disagreed": disagreed_with_ai(found),
        "looks": team_looks(found, at=timezone.now()),
        "least_people": LEAST,
        "moves": [
            (move, level_name(move.before), level_name(move.after), fall_words(move))
            for move in moves_of(found)
        ],
        "ways": _ways(kept) if changes else (),
        "form": (form or TermsForm(initial=terms_as_typed(kept))) if changes else None,
        "may_lower": may_do(colleague, Action.STOP_PROCESSES),
        "signing": signing or SignForm(),
        **_next_step(kept, signer=colleague.name if changes else ""),
    }
    return page(request, "work/autonomy.html", context, status=status)


def _covered(kept: ProcessAutonomy) -> int:
    """How many topics what was signed is about."""
    pairs = kept.certificate.topics if kept.certificate else []
    return len({topic for topic, _language in pairs})


@dataclass(frozen=True, slots=True, kw_only=True)
class WayShare:
    """A way of promising, and the share AI could finish under it, both in words."""

    words: str
    share: str


def _ways(kept: ProcessAutonomy) -> list[WayShare]:
    """What each way would cost, on the answers there are; nothing before there are any."""
    known = evidence_of(kept.process, promise=Promise(alpha=kept.alpha), at=timezone.now())
    if not known.verified:
        return []
    return [
        WayShare(words=way_words(way.by), share=in_hundred(way.certificate.share))
        for way in known.ways
    ]


def _next_step(kept: ProcessAutonomy, *, signer: str) -> dict[str, object]:
    """What the next level takes; nothing at the top."""
    if kept.level == Autonomy.ALONE:
        return {"next": None}
    now = timezone.now()
    proof = proof_of(kept, at=now)
    gaps = gaps_of(kept, wish_of(proof, signer=signer or "-", at=now))
    level = Autonomy(kept.level + 1)
    return {
        "next": level_name(level),
        "next_words": _(LEVEL_WORDS[level]),
        "proof": proof.certificate,
        "proof_groups": group_rows(proof.groups, names_of(kept.process, proof.groups_by)),
        "gaps": [gap_words(gap) for gap in gaps],
        "may_sign": bool(signer) and not gaps,
    }


def _rungs(kept: ProcessAutonomy) -> list[Rung]:
    return [
        Rung(
            level=int(level),
            name=level_name(level),
            words=_(LEVEL_WORDS[level]),
            current=level == kept.level,
            lower=level < kept.level,
        )
        for level in reversed(Autonomy)
    ]
