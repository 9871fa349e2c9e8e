"""What stands out among tasks is said in a sentence, and nothing of what is small."""

from typing import Any

from samspil.core.audit.findings import Kind, Measured, findings


def measured(task: str, hours: float, often: float, **more: Any) -> Measured:
    usual: dict[str, Any] = {
        "frustration": 2.0, "between_hours": 0.0, "wishes": "alike", "durations": "alike",
    }  # fmt: skip
    return Measured(task=task, hours=hours, often=often, **usual | more)


def kinds(*tasks: Measured) -> list[tuple[str, object]]:
    return [(one.kind, one.figures["task"]) for one in findings(tasks)]


def test_what_takes_more_time_than_its_share_of_what_is_done_stands_out():
    (found,) = findings([measured("Reports", 30, 5), measured("Mail", 40, 95)])

    assert found.kind is Kind.HEAVY
    assert found.figures == {"task": "Reports", "share": 43, "often": 5}


def test_carrying_between_systems_frustration_and_disagreement_stand_out():
    task = measured(
        "Orders", 10, 50, frustration=4.0, between_hours=8.0, wishes="apart", durations="apart"
    )

    found = kinds(task, measured("Mail", 10, 50))

    assert [kind for kind, _task in found] == [
        Kind.BETWEEN, Kind.FRUSTRATING, Kind.WISHES, Kind.DURATIONS,
    ]  # fmt: skip
    assert {task for _kind, task in found} == {"Orders"}


def test_small_tasks_stand_out_in_nothing():
    small = measured("Coffee", 1, 0.1, frustration=4.5, between_hours=1.0, wishes="apart")

    assert kinds(small, measured("Mail", 99, 100)) == []
    assert findings([]) == []


def test_what_may_not_be_told_does_not_stand_out():
    assert kinds(measured("Mail", 10, 10, frustration=None, between_hours=None, wishes="")) == []
