"""What a list of staff would change: the new, the changed, the unchanged, the missing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields

Words = tuple[str, ...]
KEY = "email"
ROW = "row"


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffEntry:
    """One person of a list. None means that the list says nothing of it.

    `row` is the place in the file, counted from 1; 0 for somebody who is here.
    """

    email: str
    name: str
    roles: Words | None = None
    teams: Words | None = None
    languages: Words | None = None
    abilities: Words | None = None
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """Somebody here of whom the list says something else; `fields` names what."""

    before: StaffEntry
    after: StaffEntry
    fields: Words

    @property
    def shown(self) -> list["Field"]:
        """Each field that changes, before and after, as words."""
        return [
            Field(
                name=name,
                before=_as_words(getattr(self.before, name)),
                after=_as_words(getattr(self.after, name)),
            )
            for name in self.fields
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One value that changes."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What a list would change. Nobody is removed because a list does not name them."""

    new: Sequence[StaffEntry]
    changed: Sequence[Changed]
    unchanged: Sequence[StaffEntry]
    missing: Sequence[StaffEntry]


def difference(listed: Iterable[StaffEntry], *, here: Iterable[StaffEntry]) -> Difference:
    """Compare a list with who is here, by mail address."""
    known = {one.email: one for one in here}
    new, changed, unchanged, named = [], [], [], set()
    for one in listed:
        named.add(one.email)
        before = known.get(one.email)
        if before is None:
            new.append(one)
        elif differing := _differing(before, one):
            changed.append(Changed(before=before, after=one, fields=differing))
        else:
            unchanged.append(before)
    missing = [one for email, one in known.items() if email not in named]
    return Difference(new=new, changed=changed, unchanged=unchanged, missing=missing)


def as_row(entry: StaffEntry) -> dict[str, object]:
    """The entry as it can be kept as JSON."""
    return {field.name: getattr(entry, field.name) for field in fields(entry)}


def from_row(row: Mapping[str, object]) -> StaffEntry:
    """The entry that `as_row` kept."""
    values = {
        name: tuple(value) if isinstance(value, list) else value for name, value in row.items()
    }
    return StaffEntry(**values)  # type: ignore[arg-type]  # JSON has lists where we have tuples


def _as_words(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value or "")


def _differing(before: StaffEntry, after: StaffEntry) -> Words:
    names = (field.name for field in fields(StaffEntry) if field.name not in (KEY, ROW))
    return tuple(name for name in names if _differs(getattr(before, name), getattr(after, name)))


def _differs(before: object, after: object) -> bool:
    """Whether a value would change; the order of several words does not matter."""
    if after is None:
        return False
    if isinstance(before, tuple) and isinstance(after, tuple):
        return sorted(before) != sorted(after)
    return before != after
