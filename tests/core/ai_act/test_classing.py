"""LR7: the class of a use, with its article and its reason; unknown is never no."""

from itertools import combinations

import pytest

from samspil.core.ai_act.classing import Ground, Risk, classify
from samspil.core.ai_act.facts import Affected, Does, Facts, Narrow, Question, Reads

NO = dict.fromkeys(Question, False)
"""Everything answered, and nothing of it holds."""
STAFF = (Affected.EMPLOYEES, Affected.APPLICANTS)
BY_RESULT = {Question.ABOUT_TERMS: True}
TALKS = {Question.MEETS_PEOPLE: True}
WRITES = {Question.WRITES: True}


def facts(affected, *does, reads=(Reads.TEXT,), narrow=None, **answers):
    """Facts in which everything is answered, with no where nothing else is said."""
    said = NO | {Question(name): says for name, says in answers.items()}
    return Facts(
        affected=frozenset({affected}), does=frozenset(does), reads=frozenset(reads),
        answers=said, narrow=narrow,
    )  # fmt: skip


GUIDELINE = [
    ("CVs into fields, no score", facts(
        Affected.APPLICANTS, Does.SORTS, about_terms=True, narrow=Narrow.PREPARES),
        Risk.MINIMAL, {Ground.EXCEPTION}),
    ("a certificate is looked up", facts(
        Affected.APPLICANTS, Does.ANSWERS, about_terms=True, narrow=Narrow.PROCEDURE),
        Risk.MINIMAL, {Ground.EXCEPTION}),
    ("a job advertisement from what a person laid down", facts(
        Affected.NOBODY, Does.DRAFTS, writes=True), Risk.TOLD, {Ground.WRITES}),
    ("CVs are compared with criteria", facts(Affected.APPLICANTS, Does.EVALUATES),
        Risk.HIGH, {Ground.HIRING}),
    ("CVs are ranked", facts(Affected.APPLICANTS, Does.RANKS), Risk.HIGH, {Ground.HIRING}),
    ("CVs are ranked, and somebody calls it narrow", facts(
        Affected.APPLICANTS, Does.RANKS, narrow=Narrow.PROCEDURE), Risk.HIGH, {Ground.HIRING}),
    ("an evaluation that is finished is polished", facts(
        Affected.EMPLOYEES, Does.DRAFTS, about_terms=True, narrow=Narrow.IMPROVES, writes=True),
        Risk.TOLD, {Ground.EXCEPTION, Ground.WRITES}),
    ("past decisions are looked through for bias, by group", facts(
        Affected.EMPLOYEES, Does.EVALUATES, groups_only=True), Risk.MINIMAL, {Ground.NOTHING}),
    ("recruiters are judged by their past decisions", facts(
        Affected.EMPLOYEES, Does.EVALUATES, narrow=Narrow.PATTERNS), Risk.HIGH, {Ground.WORKERS}),
    ("shifts by availability, skill and law", facts(Affected.EMPLOYEES, Does.ALLOCATES),
        Risk.MINIMAL, {Ground.NOTHING}),
    ("shifts by punctuality", facts(Affected.EMPLOYEES, Does.ALLOCATES, by_behaviour=True),
        Risk.HIGH, {Ground.WORKERS}),
    ("leave is denied by what AI found", facts(
        Affected.EMPLOYEES, Does.SORTS, about_terms=True), Risk.HIGH, {Ground.WORKERS}),
    ("feedback that the worker alone sees", facts(
        Affected.EMPLOYEES, Does.EVALUATES, only_to_them=True), Risk.MINIMAL, {Ground.NOTHING}),
    ("feedback that the manager sees", facts(Affected.EMPLOYEES, Does.EVALUATES),
        Risk.HIGH, {Ground.WORKERS}),
    ("own entries are added up", facts(
        Affected.EMPLOYEES, Does.SORTS, about_terms=True, narrow=Narrow.PREPARES),
        Risk.MINIMAL, {Ground.EXCEPTION}),
    ("strokes on the keyboard are scored", facts(
        Affected.EMPLOYEES, Does.MONITORS, reads=[Reads.KEYSTROKES]),
        Risk.HIGH, {Ground.WORKERS}),
    ("who may leave soon, by name", facts(Affected.EMPLOYEES, Does.RANKS, profiles=True),
        Risk.HIGH, {Ground.WORKERS}),
    ("who may leave soon, by team", facts(
        Affected.EMPLOYEES, Does.MONITORS, groups_only=True), Risk.MINIMAL, {Ground.NOTHING}),
    ("marks of a training decide on pay", facts(
        Affected.EMPLOYEES, Does.EVALUATES, only_to_them=True, about_terms=True),
        Risk.HIGH, {Ground.WORKERS}),
    ("questions of new colleagues are answered", facts(
        Affected.EMPLOYEES, Does.ANSWERS, meets_people=True, trained_staff_only=True),
        Risk.MINIMAL, {Ground.NOTHING}),
    ("customers chat with AI", facts(
        Affected.CUSTOMERS, Does.ANSWERS, meets_people=True, writes=True),
        Risk.TOLD, {Ground.MEETS_PEOPLE, Ground.WRITES}),
    ("applicants chat with AI, which judges nobody", facts(
        Affected.APPLICANTS, Does.ANSWERS, meets_people=True), Risk.TOLD, {Ground.MEETS_PEOPLE}),
    ("customers' texts are read for dissatisfaction", facts(
        Affected.CUSTOMERS, Does.INFERS_EMOTION), Risk.MINIMAL, {Ground.NOTHING}),
    ("customers' voices are read for anger", facts(
        Affected.CUSTOMERS, Does.INFERS_EMOTION, reads=[Reads.VOICE]),
        Risk.HIGH, {Ground.EMOTION_OF_OTHERS}),
    ("employees' texts are read for mood", facts(Affected.EMPLOYEES, Does.INFERS_EMOTION),
        Risk.REFUSED, {Ground.EMOTION_IN_WORDS}),
    ("applicants' faces are read for zeal", facts(
        Affected.APPLICANTS, Does.INFERS_EMOTION, reads=[Reads.VIDEO]),
        Risk.REFUSED, {Ground.EMOTION_AT_WORK}),
    ("what is said is written down", facts(
        Affected.EMPLOYEES, Does.DRAFTS, reads=[Reads.VOICE], writes=True, small_edits=True),
        Risk.MINIMAL, {Ground.NOTHING}),
    ("a summary is written", facts(Affected.NOBODY, Does.SUMMARISES, writes=True),
        Risk.TOLD, {Ground.WRITES}),
    ("rules that people wrote", facts(
        Affected.EMPLOYEES, Does.ALLOCATES, by_behaviour=True, rules_only=True),
        Risk.NO_AI, {Ground.RULES_ONLY}),
    ("credit is rated", facts(Affected.CUSTOMERS, Does.RANKS, other_area=True),
        Risk.HIGH, {Ground.OTHER_AREA}),
    ("another ban", facts(Affected.CUSTOMERS, Does.RANKS, other_ban=True, rules_only=True),
        Risk.REFUSED, {Ground.OTHER_BAN}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "risk", "grounds"), [row[1:] for row in GUIDELINE], ids=[row[0] for row in GUIDELINE]
)
def test_lr7_each_example_of_the_guideline_has_its_class(given, risk, grounds):
    found = classify(given)

    assert (found.risk, found.grounds) == (risk, grounds)
    assert found.settled


def some(values):
    """Each alone, and each two of them."""
    return [frozenset(each) for n in (1, 2) for each in combinations(values, n)]


def test_lr1_how_staff_feel_is_refused_whatever_else_is_said():
    yes = dict.fromkeys(Question, True)
    for does in some(Does):
        for affected in some(Affected):
            for answers in ({}, yes, NO):
                for narrow in (None, Narrow.PROCEDURE):
                    given = Facts(affected=affected, does=does, answers=answers, narrow=narrow)
                    refused = Does.INFERS_EMOTION in does and affected & set(STAFF)
                    if refused or answers is yes:
                        assert classify(given).risk is Risk.REFUSED
                    else:
                        assert classify(given).risk is not Risk.REFUSED


@pytest.mark.parametrize("reads", Reads)
@pytest.mark.parametrize("affected", STAFF)
def test_lr1_how_staff_feel_is_refused_from_whatever_it_is_read(affected, reads):
    found = classify(facts(affected, Does.INFERS_EMOTION, reads=[reads], rules_only=True))

    assert found.risk is Risk.REFUSED
    assert [one.article for one in found.why] == ["Art. 5(1)(f)"]


def test_lr7_what_nobody_has_answered_is_never_no():
    for does in some(Does):
        for affected in some(Affected):
            unknown = classify(Facts(affected=affected, does=does))
            known = classify(Facts(affected=affected, does=does, answers=NO))

            assert list(Risk).index(unknown.risk) <= list(Risk).index(known.risk)
            assert {Question.OTHER_BAN} <= set(unknown.open) or unknown.risk is Risk.REFUSED
            assert not unknown.settled or unknown.risk is Risk.REFUSED
            assert known.settled


def test_lr7_only_questions_that_make_a_difference_are_open():
    found = classify(facts(Affected.CUSTOMERS, Does.SORTS))
    asked = Facts(
        affected=frozenset({Affected.EMPLOYEES}), does=frozenset({Does.SORTS}),
        answers={key: says for key, says in NO.items() if key is not Question.ABOUT_TERMS},
    )  # fmt: skip

    assert found.open == ()
    assert classify(asked).open == (Question.ABOUT_TERMS,)
    assert classify(asked).risk is Risk.HIGH


def test_lr7_a_use_of_which_nothing_is_said_is_not_settled():
    assert not classify(Facts(answers=NO)).settled
    assert not classify(Facts(affected=frozenset({Affected.NOBODY}), answers=NO)).settled


@pytest.mark.parametrize("narrow", Narrow)
@pytest.mark.parametrize("does", [Does.RANKS, Does.EVALUATES, Does.MONITORS])
def test_lr7_no_exception_holds_where_single_people_are_judged(narrow, does):
    for affected in STAFF:
        assert classify(facts(affected, does, narrow=narrow)).risk is Risk.HIGH
        profiled = facts(affected, Does.SORTS, about_terms=True, profiles=True, narrow=narrow)
        assert classify(profiled).risk is Risk.HIGH


def test_lr7_what_rests_on_a_draft_says_so():
    (why,) = classify(facts(Affected.APPLICANTS, Does.RANKS)).why

    assert (why.article, why.draft) == ("Annex III, 4(a)", True)
