"""Say in plain words what the demonstration is, what happened in it, and how to get in."""

from collections.abc import Callable
from itertools import groupby

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samspil.core.organisation_models.contract import Route
from samspil.core.routing import WORDS, Level, Reason
from samspil.demo.queries import (
    COMPANY,
    PLAYERS,
    LineReport,
    Report,
    Share,
    Sizes,
    every_message_of_today,
    report,
)
from samspil.journal.queries import verify
from samspil.web.words import between, in_hundred
from samspil.work.models import Verdict

Say = Callable[[str], None]


def tell_beginning(sizes: Sizes, say: Say) -> None:
    """What is about to be shown, and whose texts these are."""
    say(_("%(company)s, a made-up company. Its people are simulated.") % {"company": COMPANY})
    say(
        _(
            "Card questions: BANKING77 by Casanueva and others, PolyAI 2020, CC BY 4.0, a sample, "
            "changed as samspil/demo/banking77/SOURCE.md says. All other texts were made up."
        )
    )
    messages = len(every_message_of_today(sizes))
    say(_("Today %(n)d messages come in.") % {"n": messages})


def tell_what_happened(sizes: Sizes, *, ai_took_s: float | None, say: Say) -> None:
    """All figures are counted from the database of this run."""
    found = report(sizes=sizes, now=timezone.now())
    say("")
    say(_("WHAT HAPPENED TODAY"))
    if ai_took_s is not None:
        took = _("AI looked at %(n)d messages in %(s).1f seconds (measured, this machine).")
        say(took % {"n": found.messages, "s": ai_took_s})
    for line in found.lines:
        _tell_line(line, say)
    _tell_people(found, say)
    _tell_past(found, say)
    _tell_proofs(found, say)


def _tell_line(line: LineReport, say: Say) -> None:
    say("")
    counted = ngettext("%(n)d message", "%(n)d messages", line.messages) % {"n": line.messages}
    say(f"{line.line.name} ({_model_words()[line.line.model]}): {counted}")
    for route, ways in groupby(line.ways, key=lambda way: way.route):
        reasons = list(ways)
        say(f"  {sum(way.n for way in reasons):5}  {_route_words()[Route(route)]}")
        for way in reasons:
            say(f"         {way.n:5}  {_why(Reason(way.reason))}")
    say("  " + _right_words(_("AI's topic was right"), line.right))
    say("  " + _right_words(_("and where it was sure enough to say one"), line.right_when_sure))


def _right_words(subject: str, share: Share) -> str:
    if share.value is None:
        return f"{subject}: –"
    interval = _("95 percent interval: %(between)s") % {"between": between(*share.interval)}
    counted = _("%(hits)d of %(n)d") % {"hits": share.hits, "n": share.n}
    return f"{subject}: {in_hundred(share.value)} ({counted}; {interval})"


def _tell_people(found: Report, say: Say) -> None:
    say("")
    decided = sum(found.verdicts.values())
    say(_("Simulated people decided %(n)d of today's cases:") % {"n": decided})
    for verdict, words in _verdict_words().items():
        if n := found.verdicts.get(verdict, 0):
            say(f"  {n:5}  {words}")
    left = _(
        "Left for you: %(waiting)d cases wait, %(urgent)d of them urgent or from customers who are "
        "dissatisfied or in a hard place, %(late)d late; %(held)d are being worked on."
    )
    say(
        left
        % {
            "waiting": found.waiting,
            "urgent": found.urgent,
            "late": found.late,
            "held": found.held,
        }
    )


def _tell_past(found: Report, say: Say) -> None:
    say("")
    past = _("The past weeks, with simulated people and a simulated clock: %(n)d cases closed.")
    say(past % {"n": found.past_cases})
    for time in found.first_responses:
        words = _("%(level)s: first reply after %(minutes)d minutes (median, n = %(n)d)")
        level = _level_words()[Level(time.level)]
        say("  " + words % {"level": level, "minutes": round(time.minutes), "n": time.n})


def _tell_proofs(found: Report, say: Say) -> None:
    verdict = verify()
    say("")
    if verdict.whole:
        say(_("Journal: %(n)d entries, whole. Nobody changed anything.") % {"n": verdict.entries})
    else:
        broken = _("Journal: BROKEN at entry %(n)d: %(why)s")
        say(broken % {"n": verdict.broken_at, "why": verdict.why})
    letters = _("Letters: %(n)d replies lie in %(folder)s. None was sent to anybody.")
    say(letters % {"n": found.letters, "folder": settings.MAIL_FOLDER})


def tell_sign_ins(password: str, say: Say) -> None:
    """Who can sign in. The password is this installation's own."""
    say("")
    say(_("SIGN IN as any of these, all with the password  %(password)s") % {"password": password})
    for player in PLAYERS:
        say(f"  {player.mail:<28} {player.name:<18} {player.function}")
    say("")


def tell_form(address: str, say: Say) -> None:
    """Where whoever looks can write as a stranger does."""
    say(_("Write as a customer, without an account: %(address)s") % {"address": address})


def tell_address(address: str, say: Say) -> None:
    """Where to look, and how to stop."""
    say(_("Look at %(address)s and stop with Ctrl-C.") % {"address": address})


def _model_words() -> dict[str, str]:
    return {
        "complementary": _("complementary: AI sorts, a person replies"),
        "collaborative": _("collaborative: AI proposes, a person decides"),
        "supervised": _("supervised: AI alone once it is proved; until then a person decides"),
    }


def _route_words() -> dict[Route, str]:
    return {
        Route.ALONE: _("AI alone"),
        Route.TOGETHER: _("together: AI proposes, a person decides"),
        Route.PERSON: _("a person"),
    }


def _level_words() -> dict[Level, str]:
    return {
        Level.STANDARD: _("Level 1, standard questions"),
        Level.SPECIALIST: _("Level 2, for specialists"),
        Level.EXPERIENCED: _("Level 3, for experienced people"),
    }


def _verdict_words() -> dict[str, str]:
    return {
        Verdict.AGREED: _("as AI proposed"),
        Verdict.CHANGED: _("with AI's draft changed"),
        Verdict.REJECTED: _("against AI's proposal"),
        Verdict.OWN: _("without a proposal by AI"),
    }


def _why(reason: Reason) -> str:
    """In a few words where there are such, else in the rule's own."""
    return _reason_words().get(reason) or _(WORDS[reason]).format(quote="…", percent="…")


def _reason_words() -> dict[Reason, str]:
    return {
        Reason.STOPPED: _("AI was stopped"),
        Reason.UNREADABLE: _("nothing to read"),
        Reason.DISSATISFIED: _("the customer is dissatisfied"),
        Reason.VULNERABLE: _("the customer may be in a hard place"),
        Reason.URGENT: _("the sender says it is urgent"),
        Reason.WANTS_PERSON: _("the sender asks for a person"),
        Reason.IDENTITY_FOUND: _("an identity number was masked"),
        Reason.HIDDEN_TEXT: _("hidden characters in the message"),
        Reason.TOO_LONG: _("longer than AI reads"),
        Reason.UNKNOWN_LANGUAGE: _("a language AI does not know"),
        Reason.NO_PROPOSAL: _("AI made no proposal"),
        Reason.UNSURE: _("AI is not sure enough"),
        Reason.AI_SORTED_PERSON_REPLIES: _("AI sorted it; replies are a person's here"),
        Reason.PERSON_DECIDES: _("as agreed for this process"),
        Reason.NOT_CERTIFIED: _("AI has not yet proved its error rate"),
        Reason.CERTIFIED: _("AI's error rate is proved to be low"),
    }
