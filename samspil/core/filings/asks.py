"""What only people can say, of what, and who should say it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from samspil.core.explaining.lines import Line, worded


class Of(StrEnum):
    """What a question is about."""

    COMPANY = "company"
    HOLDING = "holding"
    USE = "use"
    TOOL = "tool"


class Ask(StrEnum):
    """One thing to be said."""

    CONTROLLER = "controller"
    ADVISER = "adviser"
    PUBLIC_BODY = "public_body"
    RECEIVERS = "receivers"
    SECURITY = "security"
    BASIS = "basis"
    BASIS_WHY = "basis_why"
    SAFEGUARD = "safeguard"
    NECESSITY = "necessity"
    VIEWS = "views"
    REST_RISK = "rest_risk"
    SIGN_OFF = "sign_off"
    RIGHTS = "rights"
    LIMITS = "limits"
    ACCURACY = "accuracy"
    NOTICE_TO = "notice_to"
    NOTICE_RECEIPT = "notice_receipt"
    MATERIAL = "material"
    AUDIENCES = "audiences"


class Who(StrEnum):
    """Who should say it."""

    LEADERS = "leaders"
    PROTECTION = "protection"
    PROCESS = "process"


WHO = {
    Who.LEADERS: worded("owner or leader"),
    Who.PROTECTION: worded("whoever answers for data protection"),
    Who.PROCESS: worded("whoever answers for the process, with data protection"),
}


@dataclass(frozen=True, slots=True)
class _Asked:
    of: Of
    who: Who
    words: Line
    hint: Line


ASKS: Mapping[Ask, _Asked] = MappingProxyType(
    {
        Ask.CONTROLLER: _Asked(
            Of.COMPANY,
            Who.LEADERS,
            worded("Who is responsible, and how they are reached"),
            worded("Name, address, company number, and a mail address that is read."),
        ),
        Ask.ADVISER: _Asked(
            Of.COMPANY,
            Who.LEADERS,
            worded("Who answers for data protection"),
            worded("Name and mail address; or why nobody has to be named."),
        ),
        Ask.PUBLIC_BODY: _Asked(
            Of.COMPANY,
            Who.LEADERS,
            worded("Are you a public body, or do you provide a public service?"),
            worded("Then rights are assessed too, as Art. 27 of the AI Act says."),
        ),
        Ask.RECEIVERS: _Asked(
            Of.COMPANY,
            Who.PROTECTION,
            worded("Who else receives personal data"),
            worded(
                "For instance who runs the machine or the mail, and auditors; or that nobody does."
            ),
        ),
        Ask.SECURITY: _Asked(
            Of.COMPANY,
            Who.PROTECTION,
            worded("What you do yourselves to keep it safe"),
            worded("Where the machine stands, who gets at it, and where tried backups lie."),
        ),
        Ask.BASIS: _Asked(
            Of.HOLDING,
            Who.PROTECTION,
            worded("The legal basis"),
            worded("One of Art. 6(1) of the GDPR."),
        ),
        Ask.BASIS_WHY: _Asked(
            Of.HOLDING,
            Who.PROTECTION,
            worded("Why this basis holds"),
            worded("The law, the contract, or the interest and why it outweighs."),
        ),
        Ask.SAFEGUARD: _Asked(
            Of.TOOL,
            Who.PROTECTION,
            worded("What protects data that leaves the EU"),
            worded("An adequacy decision, standard clauses, or that no personal data goes there."),
        ),
        Ask.NECESSITY: _Asked(
            Of.USE,
            Who.PROCESS,
            worded("Why it is needed, and why nothing milder would do"),
            worded("What would be without it, and what was tried or thought of instead."),
        ),
        Ask.VIEWS: _Asked(
            Of.USE,
            Who.PROCESS,
            worded("What those concerned, or their representatives, said to it"),
            worded("Whom you asked, when, and what became of it; or why nobody was asked."),
        ),
        Ask.REST_RISK: _Asked(
            Of.USE,
            Who.PROTECTION,
            worded("Which risk remains, and whether it can be borne"),
            worded("Where it stays high, the authority has to be asked first (Art. 36)."),
        ),
        Ask.SIGN_OFF: _Asked(
            Of.USE,
            Who.LEADERS,
            worded("Signed off: what was decided"),
            worded("Whoever says this signs it with their name and the day."),
        ),
        Ask.RIGHTS: _Asked(
            Of.USE,
            Who.PROTECTION,
            worded("Which rights it touches, of whom, how often and how long"),
            worded("As Art. 27(1) of the AI Act lists it."),
        ),
        Ask.LIMITS: _Asked(
            Of.USE,
            Who.PROCESS,
            worded("What it is known to do badly here"),
            worded("What you have seen it get wrong; or that nothing was seen yet."),
        ),
        Ask.ACCURACY: _Asked(
            Of.USE,
            Who.PROCESS,
            worded("How good it has to be, set beforehand"),
            worded("For instance: of 100 messages at least 80 are sorted as a person would."),
        ),
        Ask.NOTICE_TO: _Asked(
            Of.USE,
            Who.LEADERS,
            worded("Whom the notice goes to"),
            worded(
                "The cooperation committee (SU), the works council or the representative, by name."
            ),
        ),
        Ask.NOTICE_RECEIPT: _Asked(
            Of.USE,
            Who.LEADERS,
            worded("Where the receipt lies"),
            worded("For instance the minutes in which it stands, with their day."),
        ),
        Ask.MATERIAL: _Asked(
            Of.COMPANY,
            Who.LEADERS,
            worded("What is taught, in which version, and where it lies"),
            worded(
                "Title, version and day; what AI is, what you use, your part in it, and its risks."
            ),
        ),
        Ask.AUDIENCES: _Asked(
            Of.COMPANY,
            Who.LEADERS,
            worded("Who learns what"),
            worded("Everybody, those who work with it or watch over it, and people from outside."),
        ),
    }
)


class Basis(StrEnum):
    """The legal bases of Art. 6(1) of the GDPR; consent first, as the law has it."""

    CONSENT = "consent"
    CONTRACT = "contract"
    DUTY = "duty"
    VITAL = "vital"
    PUBLIC = "public"
    INTEREST = "interest"


BASES = {
    Basis.CONSENT: worded("consent (Art. 6(1)(a))"),
    Basis.CONTRACT: worded("a contract, or steps before one (Art. 6(1)(b))"),
    Basis.DUTY: worded("a legal duty (Art. 6(1)(c))"),
    Basis.VITAL: worded("vital interests (Art. 6(1)(d))"),
    Basis.PUBLIC: worded("a public task (Art. 6(1)(e))"),
    Basis.INTEREST: worded("a legitimate interest (Art. 6(1)(f))"),
}
YES, NO = "yes", "no"
YES_NO = {YES: worded("yes"), NO: worded("no")}
CHOICES: Mapping[Ask, Mapping[str, Line]] = MappingProxyType(
    {Ask.BASIS: {key.value: said for key, said in BASES.items()}, Ask.PUBLIC_BODY: YES_NO}
)
"""Questions that are answered by choosing, and what may be chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What somebody said, when; `text` is a key of `CHOICES` where those are asked for."""

    text: str
    by: str
    on: date


Said = Mapping[tuple[str, Ask], Statement]
"""By the id of what it is about; what nobody said is not in it."""


def asks_of(of: Of) -> tuple[Ask, ...]:
    """What is asked about such a thing, in order."""
    return tuple(ask for ask, one in ASKS.items() if one.of is of)
