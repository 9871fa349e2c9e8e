"""What classes, whom they are about and all else of the register is called."""

from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _

from samspil.core.ai_act import built, calendar, classing, duties, facts, going_live, roles
from samspil.core.ai_act.calendar import Status
from samspil.core.ai_act.facts import Question
from samspil.core.ai_act.going_live import Gate
from samspil.core.filings import words
from samspil.uses.queries import Thing

NAMES = {key: gettext_lazy(said.words) for key, said in words.NAMES.items()}
"""Uses of which there is one."""
RISKS = {key: gettext_lazy(said.words) for key, said in words.RISKS.items()}
AFFECTED = {key: gettext_lazy(said.words) for key, said in words.AFFECTED.items()}
NARROW = {key: gettext_lazy(said.words) for key, said in words.NARROW.items()}
DONE = {key: gettext_lazy(said.words) for key, said in words.DONE.items()}
STATUS = {
    Status.LAW: _("law"),
    Status.AGREEMENT: _("agreement"),
    Status.GUIDELINE: _("guideline"),
    Status.DRAFT: _("draft"),
}


def purpose_of(thing: Thing) -> str:
    """The one text that says what a use is for."""
    return gettext(built.WORDS[thing.kind])


def reason_words(ground: classing.Ground) -> str:
    """Why a use has its class."""
    return gettext(classing.WORDS[ground])


def question_words(question: Question) -> str:
    """What has to be known."""
    return gettext(facts.WORDS[question])


def duty_words(duty: duties.Duty) -> str:
    """What has to be done."""
    return gettext(duties.WORDS[duty])


def missing_words(gate: Gate) -> list[str]:
    """What the gate waits for."""
    return [gettext(going_live.WORDS[need]) for need in gate.missing]


def law_words(provision: calendar.Provision) -> str:
    """What a provision is about."""
    return gettext(calendar.WORDS[provision])


def own_words(own: roles.Own) -> str:
    """What makes a use one's own."""
    return gettext(roles.WORDS[own])
