"""Who plays in the demonstration: the people, their teams, and what each answers for."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from samspil.core.organisation_models import collaborative, complementary, supervised
from samspil.core.roles import Role
from samspil.core.routing import Level
from samspil.core.skill import Senders
from samspil.skills.registry import CUSTOMER_SERVICE, HR, IT, NOTHING

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

COMPANY = "Havgaard Klima A/S"
AI_NAME = "Vega (AI)"
DOMAIN = "havgaard.example"
"""Where colleagues have their addresses; nobody can own it."""
SKILL = "triage"

SERVICE = "Kundeservice"
GERMANY = "Team Flensburg"
PAYMENTS = "Betalinger"
TECHNICIANS = "Teknik"
EXPERIENCED = "Erfarne"
STAFF = "Personale"
SUPPORT = "IT"


@dataclass(frozen=True, slots=True, kw_only=True)
class Player:
    """A made-up colleague; signs in with `mail`, at a domain that nobody can own."""

    key: str
    name: str
    function: "StrOrPromise"
    roles: tuple[Role, ...]
    teams: tuple[str, ...] = ()
    language: str = "da"

    @property
    def mail(self) -> str:
        """The address they sign in with."""
        return f"{self.key}@{DOMAIN}"


OWNER = Player(
    key="karen", name="Karen Havgaard", function=_("managing director"), roles=(Role.OWNER,)
)
LEADER = Player(
    key="mette",
    name="Mette Østergaard",
    function=_("leader of customer service"),
    roles=(Role.LEADER,),
)
AMIRA = Player(
    key="amira",
    name="Amira Haddad",
    function=_("customer service and payments"),
    roles=(Role.REVIEWER,),
    teams=(SERVICE, PAYMENTS),
)
EMILY = Player(
    key="emily",
    name="Emily Clarke",
    function=_("payments, writes English"),
    roles=(Role.REVIEWER,),
    teams=(PAYMENTS, SERVICE),
    language="en",
)
BENT = Player(
    key="bent",
    name="Bent Krogh",
    function=_("experienced specialist"),
    roles=(Role.REVIEWER,),
    teams=(EXPERIENCED, TECHNICIANS),
)
PLAYERS = (
    OWNER,
    LEADER,
    Player(
        key="jonas",
        name="Jonas Friis",
        function=_("customer service, writes Danish"),
        roles=(Role.REVIEWER,),
        teams=(SERVICE,),
    ),
    AMIRA,
    Player(
        key="lukas",
        name="Lukas Petersen",
        function=_("customer service in Germany, writes German"),
        roles=(Role.REVIEWER,),
        teams=(GERMANY,),
        language="de",
    ),
    Player(
        key="annika",
        name="Annika Jensen",
        function=_("owns the process in Germany"),
        roles=(Role.PROCESS_OWNER,),
        teams=(GERMANY,),
        language="de",
    ),
    EMILY,
    BENT,
    Player(
        key="birgit",
        name="Birgit Holm",
        function=_("answers what is urgent or went wrong"),
        roles=(Role.REVIEWER,),
        teams=(EXPERIENCED,),
    ),
    Player(
        key="soren",
        name="Søren Dahl",
        function=_("service technician"),
        roles=(Role.REVIEWER,),
        teams=(TECHNICIANS,),
    ),
    Player(
        key="hanne",
        name="Hanne Møller",
        function=_("human resources"),
        roles=(Role.HR, Role.REVIEWER),
        teams=(STAFF,),
    ),
    Player(
        key="line",
        name="Line Bruun",
        function=_("payroll, answers colleagues"),
        roles=(Role.REVIEWER,),
        teams=(STAFF,),
    ),
    Player(
        key="frederik",
        name="Frederik Lund",
        function=_("data protection officer"),
        roles=(Role.DATA_PROTECTION,),
    ),
    Player(
        key="tove",
        name="Tove Nygaard",
        function=_("staff representative"),
        roles=(Role.STAFF_REPRESENTATIVE,),
    ),
    Player(
        key="rasmus",
        name="Rasmus Toft",
        function=_("runs the systems"),
        roles=(Role.OPERATOR, Role.REVIEWER),
        teams=(SUPPORT,),
    ),
    Player(
        key="oskar",
        name="Oskar Vind",
        function=_("helps colleagues with IT"),
        roles=(Role.REVIEWER,),
        teams=(SUPPORT,),
    ),
    Player(
        key="claudia",
        name="Claudia Weber",
        function=_("adviser from outside"),
        roles=(Role.ADVISER,),
        language="de",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Line:
    """A line of work: how people and AI share it, who writes, and which mailboxes it answers.

    `minutes` is the working time until the first answer, `minutes_a_day` what people have for it
    each day, `error_cost` what a wrong case costs in `currency`. `starter` names the topics and
    `languages` the files of messages; empty ones stand for the card questions of BANKING77.
    """

    key: str
    name: str
    model: str
    minutes: int
    minutes_a_day: int
    error_cost: Decimal
    currency: str
    teams: Mapping[Level, str]
    languages: tuple[str, ...] = ()
    starter: str = CUSTOMER_SERVICE
    senders: Senders = Senders.CUSTOMERS


def _teams(standard: str, specialist: str, experienced: str = EXPERIENCED) -> Mapping[Level, str]:
    return MappingProxyType(
        {Level.STANDARD: standard, Level.SPECIALIST: specialist, Level.EXPERIENCED: experienced}
    )


DANISH = Line(
    key="service",
    name="Kundeservice",
    model=collaborative.MODEL.name,
    minutes=480,
    minutes_a_day=12,
    error_cost=Decimal(300),
    currency="DKK",
    teams=_teams(SERVICE, TECHNICIANS),
    languages=("da", "en"),
)
GERMAN = Line(
    key="germany",
    name="Kundendienst Deutschland",
    model=complementary.MODEL.name,
    minutes=480,
    minutes_a_day=20,
    error_cost=Decimal(40),
    currency="EUR",
    teams=_teams(GERMANY, GERMANY),
    languages=("de",),
)
CARDS = Line(
    key="cards",
    name="Card and payment questions",
    model=supervised.MODEL.name,
    minutes=240,
    minutes_a_day=50,
    error_cost=Decimal(25),
    currency="EUR",
    teams=_teams(PAYMENTS, PAYMENTS),
    starter=NOTHING,
)
QUESTIONS = Line(
    key="hr",
    name="HR-spørgsmål",
    model=complementary.MODEL.name,
    minutes=960,
    minutes_a_day=30,
    error_cost=Decimal(500),
    currency="DKK",
    teams=_teams(STAFF, STAFF, STAFF),
    languages=("da", "de", "en"),
    starter=HR,
    senders=Senders.EMPLOYEES,
)
TICKETS = Line(
    key="it",
    name="IT-hjælp",
    model=collaborative.MODEL.name,
    minutes=240,
    minutes_a_day=40,
    error_cost=Decimal(200),
    currency="DKK",
    teams=_teams(SUPPORT, SUPPORT, SUPPORT),
    languages=("da", "de", "en"),
    starter=IT,
    senders=Senders.EMPLOYEES,
)
LINES = (DANISH, GERMAN, CARDS, QUESTIONS, TICKETS)
