"""LR11: the record of processing activities says what is held, and what nobody has said yet."""

from datetime import date

from samspil.core.filings.asks import Ask, Statement
from samspil.core.filings.content import Grid, Missing, Paper
from samspil.core.filings.facts import Company, Tool
from samspil.core.filings.holdings import Held, Holding
from samspil.core.filings.periods import period_of
from samspil.core.filings.record import record
from samspil.core.gateway.allowing import Place
from samspil.core.masking import DataClass
from samspil.core.retention.categories import Category, Country
from samspil.core.retention.rules import rule_of

DAY = date(2026, 3, 2)
CASES = Holding(
    kind=Held.CASES, about="p", named="Service", closed=True, seen_by=("First line",),
    period=period_of(rule_of(Category.CUSTOMERS, Country.DK), days=90), source="S",
)  # fmt: skip
AWAY = Tool(
    about="t", name="Writer", place=Place.ELSEWHERE, owner="Bo", purpose="Texts", contract="C 1",
    allowed=(DataClass.PERSONAL,),
)  # fmt: skip


def said(text: str) -> Statement:
    return Statement(text=text, by="Anna", on=DAY)


def company(*, tools: tuple[Tool, ...] = (), **answers: str) -> Company:
    about = {Ask.BASIS: "p", Ask.SAFEGUARD: "t"}
    return Company(
        about="c", name="Nordlys", on=DAY, tools=tools, holdings=(CASES,),
        said={(about.get(Ask(key), "c"), Ask(key)): said(text) for key, text in answers.items()},
    )  # fmt: skip


def asked(of: Company) -> list[tuple[str, Ask | None]]:
    return [(one.about, one.ask) for one in record(of).missing]


def test_what_nobody_has_said_stands_in_it_as_missing():
    assert asked(company()) == [
        ("c", Ask.CONTROLLER), ("c", Ask.ADVISER), ("p", Ask.BASIS), ("c", Ask.RECEIVERS),
        ("c", Ask.SECURITY),
    ]  # fmt: skip


def test_what_was_said_is_not_missing_any_more():
    told = company(controller="N", adviser="A", basis="contract", receivers="none", security="s")

    found = record(told)

    assert found.paper is Paper.RECORD
    assert found.missing == ()


def test_a_tool_outside_the_eu_asks_what_protects_the_data():
    assert ("t", Ask.SAFEGUARD) in asked(company(tools=(AWAY,)))
    assert ("t", Ask.SAFEGUARD) not in asked(company(tools=(AWAY,), safeguard="Clauses"))


def test_a_tool_that_gets_no_personal_data_receives_none():
    tool = Tool(
        about="t", name="Writer", place=Place.ELSEWHERE, owner="", purpose="", contract="",
        allowed=(DataClass.PUBLIC,),
    )  # fmt: skip

    parts = record(company(tools=(tool,))).parts

    assert ("t", Ask.SAFEGUARD) not in asked(company(tools=(tool,)))
    assert not [one for one in parts[3].blocks if isinstance(one, Grid)]


def test_every_missing_thing_has_words_and_somebody_to_say_it():
    for one in record(company(tools=(AWAY,))).missing:
        assert isinstance(one, Missing)
        assert not isinstance(one.words, str)
        assert {"what", "who"} <= set(one.words.values)
