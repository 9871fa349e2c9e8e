"""What the database itself refuses, whoever asks it: triggers that hold what no check can.

They look at more than one row, so no constraint of a table can say it. The actions never come this
far; these stand for what goes past them, by hand or by mistake.
"""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """One refusal: before `events` on `table`, where `refuses` holds, with `words`.

    In `refuses` NEW stands for the row as it would be, OLD as it was, where `events` is an update.
    """

    name: str
    events: str
    table: str
    refuses: str
    words: str


ABOUT_A_PERSON = """EXISTS (
    SELECT 1 FROM work_topic AS t WHERE t.process_id = NEW.process_id AND t.floor = 'people'
    AND (t.key = NEW.topic OR NEW.topic = '')
)"""
"""Its topic decides about a person; one that is not known yet may."""
DECIDED = """EXISTS (
    SELECT 1 FROM work_decision AS d JOIN people_colleague AS c ON c.id = d.by_id
    WHERE d.case_id = NEW.id AND d.round = NEW.round AND c.kind = 'person'
)"""
WITHDRAWN = (
    "EXISTS (SELECT 1 FROM work_entry AS e WHERE e.case_id = NEW.id AND e.withdrawn_at IS NOT NULL)"
)
OF_STAFF = (
    "EXISTS (SELECT 1 FROM work_process AS p "
    "WHERE p.id = NEW.process_id AND p.senders <> 'customers')"
)
FEELS = f"NEW.reason IN ('dissatisfied', 'vulnerable') AND {OF_STAFF}"
NOBODY_DECIDED = (
    f"NEW.stage = 'closed' AND NEW.merged_into_id IS NULL "
    f"AND {ABOUT_A_PERSON} AND NOT {WITHDRAWN} AND NOT {DECIDED}"
)
NO_PERSON = (
    "NOT EXISTS (SELECT 1 FROM people_colleague AS c WHERE c.id = NEW.by_id AND c.kind = 'person')"
)
LONE = f"NEW.route = 'alone' AND {ABOUT_A_PERSON}"
EMPTIED = "EXISTS (SELECT 1 FROM work_emptied AS e WHERE e.case_id = NEW.id)"

GUARDS = (
    Guard(
        name="guard_decision_made", events="INSERT", table="work_decision",
        refuses=NO_PERSON, words="only a person decides a case",
    ),
    Guard(
        name="guard_decision_changed", events="UPDATE OF by_id", table="work_decision",
        refuses=NO_PERSON, words="only a person decides a case",
    ),
    Guard(
        name="guard_case_closed", events="UPDATE OF stage", table="work_case",
        refuses=f"OLD.stage <> 'closed' AND {NOBODY_DECIDED}",
        words="a named person decides a case about a person",
    ),
    Guard(
        name="guard_case_alone", events="UPDATE OF route", table="work_case",
        refuses=LONE, words="AI finishes no case about a person",
    ),
    Guard(
        name="guard_case_feelings", events="UPDATE OF reason", table="work_case",
        refuses=FEELS, words="nothing is read of how employees feel",
    ),
    Guard(
        name="guard_case_made_feelings", events="INSERT", table="work_case",
        refuses=FEELS, words="nothing is read of how employees feel",
    ),
    Guard(
        name="guard_case_emptied", events="UPDATE OF stage", table="work_case",
        refuses=f"OLD.stage = 'closed' AND NEW.stage <> 'closed' AND {EMPTIED}",
        words="a case that was emptied goes on no more",
    ),
    Guard(
        name="guard_process_senders", events="UPDATE OF senders", table="work_process",
        refuses="NEW.senders <> OLD.senders", words="who writes to a process never changes",
    ),
)  # fmt: skip


def guards(vendor: str) -> dict[str, str]:
    """The statements that make the guards, by name."""
    return dict(_sqlite() if vendor == "sqlite" else _postgresql())


def _sqlite() -> Iterator[tuple[str, str]]:
    for one in GUARDS:
        made = f"CREATE TRIGGER {one.name} BEFORE {one.events} ON {one.table}"
        refusal = f"BEGIN SELECT RAISE(ABORT, '{one.words}'); END"
        yield one.name, f"{made} WHEN {one.refuses} {refusal}"


def _postgresql() -> Iterator[tuple[str, str]]:
    for one in GUARDS:
        body = (
            f" BEGIN IF {one.refuses} THEN "
            f"RAISE EXCEPTION '{one.words}' USING ERRCODE = 'check_violation'; "
            "END IF; RETURN NEW; END "
        )
        does = f"CREATE FUNCTION {one.name}() RETURNS trigger LANGUAGE plpgsql AS $${body}$$"
        made = f"CREATE TRIGGER {one.name} BEFORE {one.events} ON {one.table}"
        yield one.name, f"{does}; {made} FOR EACH ROW EXECUTE FUNCTION {one.name}()"
