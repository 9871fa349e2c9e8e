"""What may not be deleted, since somebody needs it: a dispute, a request, a check."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from samspil.core.reading import one_line
from samspil.core.retention.categories import Category


class HoldOn(StrEnum):
    """What a hold is on."""

    PERSON = "person"
    CASE = "case"
    PROCESS = "process"
    CATEGORY = "category"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holds:
    """All that is held now. People are their addresses, as `same_person` writes them."""

    people: frozenset[str] = frozenset()
    cases: frozenset[UUID] = frozenset()
    processes: frozenset[UUID] = frozenset()
    categories: frozenset[Category] = frozenset()

    @property
    def of_cases(self) -> bool:
        """Whether any of it may keep a case."""
        return bool(self.people or self.cases or self.processes)


def same_person(address: str) -> str:
    """An address as it is compared: capitals and blanks around it make no difference."""
    return one_line(address).casefold()


def holds_of(held: Iterable[tuple[HoldOn, str]]) -> Holds:
    """Holds by what they are on."""
    by: dict[HoldOn, set[str]] = {one: set() for one in HoldOn}
    for on, value in held:
        by[on].add(value)
    return Holds(
        people=frozenset(map(same_person, by[HoldOn.PERSON])),
        cases=frozenset(map(UUID, by[HoldOn.CASE])),
        processes=frozenset(map(UUID, by[HoldOn.PROCESS])),
        categories=frozenset(map(Category, by[HoldOn.CATEGORY])),
    )
