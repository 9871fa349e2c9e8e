"""How grave an incident is, and who is told by when."""

from datetime import UTC, date, datetime, timedelta

import pytest

from samspil.core.incidents import (
    Breach,
    Duty,
    Facts,
    Fault,
    Harm,
    Severity,
    close_fault,
    duties_of,
    severity_of,
)

FRIDAY_16 = datetime(2026, 11, 27, 15, 0, tzinfo=UTC)
TODAY, LATER = date(2026, 11, 29), date(2027, 12, 2)


def owed(**known) -> dict[Duty, timedelta | None]:
    found = duties_of(Facts(**known), noticed_at=FRIDAY_16)
    return {one.duty: one.due_at - FRIDAY_16 if one.due_at else None for one in found}


def test_lr_a_risk_to_people_is_told_to_the_data_authority_within_72_hours_over_a_weekend():
    assert owed(breach=Breach.RISK) == {Duty.DATA_AUTHORITY: timedelta(hours=72)}


def test_a_high_risk_is_told_to_the_people_too_at_once():
    assert owed(breach=Breach.HIGH) == {
        Duty.DATA_AUTHORITY: timedelta(hours=72), Duty.PEOPLE: None,
    }  # fmt: skip


@pytest.mark.parametrize("breach", [Breach.NONE, Breach.UNLIKELY])
def test_what_is_hardly_a_risk_is_kept_and_told_nobody(breach: Breach):
    assert owed(breach=breach) == {}
    assert severity_of(Facts(breach=breach)) is Severity.KEPT


def test_what_nobody_has_judged_counts_as_a_risk():
    assert owed() == owed(breach=Breach.RISK)
    assert severity_of(Facts()) is Severity.REPORTED


@pytest.mark.parametrize(
    ("harms", "days"),
    [
        ({Harm.RIGHTS}, 15),
        ({Harm.HEALTH, Harm.PROPERTY}, 15),
        ({Harm.DEATH, Harm.HEALTH}, 10),
        ({Harm.INFRASTRUCTURE, Harm.DEATH}, 2),
        ({Harm.WIDESPREAD}, 2),
    ],
)
def test_a_serious_incident_has_as_many_days_as_its_worst_harm(harms: set[Harm], days: int):
    found = owed(breach=Breach.NONE, harms=frozenset(harms), high_risk=True, provider=True)

    assert found == {Duty.MARKET_AUTHORITY: timedelta(days=days)}


def test_who_only_uses_it_tells_its_maker_at_once():
    found = owed(breach=Breach.NONE, harms=frozenset({Harm.RIGHTS}), high_risk=True)

    assert list(found.items()) == [
        (Duty.MAKER, None), (Duty.MARKET_AUTHORITY, timedelta(days=15)),
    ]  # fmt: skip


def test_harm_without_ai_of_high_risk_is_grave_and_owes_nothing_to_the_ai_act():
    facts = Facts(breach=Breach.NONE, harms=frozenset({Harm.HEALTH}))

    assert severity_of(facts) is Severity.GRAVE
    assert duties_of(facts, noticed_at=FRIDAY_16) == ()


def test_what_rests_on_the_rules_for_high_risk_is_owed_once_they_apply():
    facts = Facts(breach=Breach.NONE, harms=frozenset({Harm.DEATH}), high_risk=True)
    maker, authority = duties_of(facts, noticed_at=FRIDAY_16)

    assert (authority.article, authority.since) == ("Art. 73(4)", LATER)
    assert (authority.in_force(on=TODAY), authority.in_force(on=LATER)) == (False, True)
    assert (maker.article, maker.in_force(on=TODAY)) == ("Art. 26(5)", False)


def test_an_incident_is_closed_when_it_is_judged_told_and_learned_from():
    def fault(breach=Breach.RISK, told=frozenset({Duty.DATA_AUTHORITY}), learned="Ask twice"):
        return close_fault(
            Facts(breach=breach), told=told, learned=learned, noticed_at=FRIDAY_16, on=TODAY
        )

    assert fault(breach=Breach.UNKNOWN) is Fault.NOT_JUDGED
    assert fault(told=frozenset()) is Fault.NOT_TOLD
    assert fault(learned="  ") is Fault.NOTHING_LEARNED
    assert fault() is None
    assert fault(breach=Breach.UNLIKELY, told=frozenset()) is None
