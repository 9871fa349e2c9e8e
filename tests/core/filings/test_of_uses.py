"""LR11, LR12, LR17: papers about a use of AI say what is known, and what nobody has done yet."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from samspil.core.ai_act.built import Built, facts_of_process
from samspil.core.ai_act.classing import Risk, classify
from samspil.core.ai_act.facts import Narrow, Question
from samspil.core.ai_act.going_live import SIX_WEEKS, Need, Recorded, gate_of
from samspil.core.ai_act.roles import Part
from samspil.core.explaining.lines import Line
from samspil.core.filings.asks import NO, YES, Ask, Statement
from samspil.core.filings.assessment import assessment
from samspil.core.filings.content import Filing, Paper, Paragraph, Text
from samspil.core.filings.exception import exception, is_excepted
from samspil.core.filings.facts import Company, Noted, Use, Watcher
from samspil.core.filings.notice import notice
from samspil.core.filings.papers import OF_COMPANY, OF_USE
from samspil.core.filings.sheet import sheet

DAY = date(2026, 3, 2)
HR = facts_of_process(employees=True, about_people=True, alone=False)
"""Of high risk, since nobody said what people decide by it."""


def company(**answers: str) -> Company:
    said = {
        ("c", Ask(key)): Statement(text=text, by="Anna", on=DAY) for key, text in answers.items()
    }
    return Company(about="c", name="Nordlys", on=DAY, said=said)


def use(facts=HR, *, told: date | None = None, on: date = DAY, **more) -> Use:
    found = classify(facts)
    recorded = Recorded(
        settled=True, overseers=1, trained=1, people_told=told, representatives_told=told,
        assessed=told, stop_plan=True,
    )  # fmt: skip
    return Use(
        about="u", named="HR", kind=Built.PROCESS, facts=facts, found=found,
        part=Part(articles=()), owed=(), gate=gate_of(found, facts, recorded, on=on),
        noted=Noted(representatives_told=told, representatives_told_how="By letter."),
        watchers=(), **more,
    )  # fmt: skip


def lines(filing: Filing) -> str:
    """Every paragraph with what fills it, in English."""
    blocks = [one for part in filing.parts for one in part.blocks]
    texts = [one.text for one in blocks if isinstance(one, Paragraph)]
    return " ".join(
        one if isinstance(one, str) else one.words.format(**one.values) for one in texts
    )


def missing(filing: Filing) -> set[str]:
    """What is missing, by the question, or by the words of what is done elsewhere."""
    return {one.ask or done_elsewhere(one.words) for one in filing.missing}


def done_elsewhere(words: Text) -> str:
    assert isinstance(words, Line)
    what = words.values["what"]
    assert isinstance(what, Line)
    return what.words


def test_a_notice_says_when_six_weeks_are_over_and_the_gate_waits_for_them():
    early, late = use(told=DAY), use(told=DAY, on=DAY + SIX_WEEKS)

    assert early.gate.missing == (Need.SIX_WEEKS,)
    assert late.gate.open
    assert f"The six weeks end on {DAY + timedelta(days=42)}." in lines(notice(company(), early))
    assert "AI may not begin here yet." in lines(notice(company(), early))
    assert "AI may work here." in lines(notice(company(), late))


def test_before_anybody_is_told_the_notice_says_so():
    found = missing(notice(company(), use()))

    assert {"The employees' representatives have not been told.", Ask.NOTICE_TO} <= found


def test_a_watcher_without_training_is_missing_a_training():
    bo = Watcher(name="Bo")

    assert "Nobody is named who watches over it." in missing(sheet(company(), use()))
    untrained = missing(sheet(company(), replace(use(), watchers=(bo,))))
    trained = missing(sheet(company(), replace(use(), watchers=(replace(bo, what="X", on=DAY),))))
    assert "Whoever watches over it has not been trained for it yet." in untrained
    assert "Whoever watches over it has not been trained for it yet." not in trained


@pytest.mark.parametrize(
    ("said", "asked", "parts"),
    [({}, True, 1), ({"public_body": NO}, False, 1), ({"public_body": YES}, False, 4)],
)
def test_rights_are_assessed_by_whoever_serves_the_public(said, asked, parts):
    filing = assessment(company(**said), use())

    assert (Ask.PUBLIC_BODY in missing(filing)) is asked
    assert len([one for one in filing.parts if "Art. 27" in one.article]) == parts


def test_an_assessment_of_no_high_risk_asks_nothing_of_rights():
    light = facts_of_process(employees=True, about_people=False, alone=False)

    filing = assessment(company(), use(light))

    assert [one for one in filing.parts if "Art. 27" in one.article] == []


def test_an_exception_says_why_the_law_lists_it_and_which_holds():
    excepted = use(replace(HR, narrow=Narrow.PREPARES))

    filing = exception(company(), excepted)

    assert is_excepted(excepted)
    assert excepted.found.risk is not Risk.HIGH
    assert filing.parts[2].article == "AI Act Art. 6(3)(d)"


def test_no_exception_holds_of_what_judges_single_people():
    answers = {**HR.answers, Question.PROFILES: True}
    judging = use(replace(HR, narrow=Narrow.PREPARES, answers=answers))

    assert judging.found.risk is Risk.HIGH
    assert not is_excepted(judging)


def test_every_paper_is_there_and_says_where_the_law_asks_for_each_part():
    assert {*OF_COMPANY, *OF_USE} == set(Paper)
    made = [build(company()) for build in OF_COMPANY.values()]
    made += [
        one.made(company(), use(replace(HR, narrow=Narrow.PREPARES))) for one in OF_USE.values()
    ]
    assert {one.paper for one in made} == set(Paper)
    assert all(part.article for one in made for part in one.parts)
