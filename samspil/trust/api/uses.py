"""What AI is used for, by program."""

from datetime import date
from uuid import UUID

from django.utils import timezone
from ninja import Router, Schema

from samspil.people.queries import WorkRequest, day_of
from samspil.trust.queries.uses import LawRow, law, uses
from samspil.uses.queries import Standing, check_may_read

router = Router(tags=["uses"])


class WhyOut(Schema):
    """One reason for a class: its name, its article, and whether a mere draft says so."""

    ground: str
    article: str
    draft: bool


class DutyOut(Schema):
    """A duty; `done` is program, people, not_yet or elsewhere. Since when says `provision`."""

    duty: str
    article: str
    provision: str
    done: str


class UseOut(Schema):
    """A use of AI. `risk` is refused, high, told, minimal or no_ai; `open` are questions that may
    change it; `missing` is what AI may not begin without, empty where it may."""

    id: UUID
    kind: str
    name: str
    about: list[str]
    risk: str
    why: list[WhyOut]
    open: list[str]
    provider: bool
    settled: bool
    duties: list[DutyOut]
    may_begin: bool
    missing: list[str]
    opens_on: date | None


class LawOut(Schema):
    """A provision; `applies_from` is null where it has no day, `due` says to look at it again."""

    provision: str
    article: str
    status: str
    applies_from: date | None
    in_force: bool
    source: str
    looked_at: date
    due: bool


@router.get("/uses", response=list[UseOut], summary="What AI is used for")
def read_uses(request: WorkRequest) -> list[UseOut]:
    """Every use with its class, its duties, and whether AI may begin."""
    check_may_read(request.colleague)
    return [_use(one) for one in uses(on=day_of(timezone.now()))]


@router.get("/uses/law", response=list[LawOut], summary="What the law says since when")
def read_law(request: WorkRequest) -> list[LawOut]:
    """The calendar of the law with its sources."""
    check_may_read(request.colleague)
    return [_law(one) for one in law(on=day_of(timezone.now()))]


def _use(one: Standing) -> UseOut:
    return UseOut(
        id=UUID(one.thing.thing), kind=one.thing.kind, name=one.thing.name,
        about=sorted(one.facts.affected), risk=one.found.risk,
        why=[WhyOut(ground=w.ground, article=w.article, draft=w.draft) for w in one.found.why],
        open=list(one.found.open), provider=one.part.provider, settled=one.settled,
        duties=[
            DutyOut(duty=d.duty, article=d.article, provision=d.provision, done=d.done)
            for d in one.owed
        ],
        may_begin=one.gate.open, missing=list(one.gate.missing), opens_on=one.gate.opens_on,
    )  # fmt: skip


def _law(row: LawRow) -> LawOut:
    known = row.known
    return LawOut(
        provision=row.provision, article=known.article, status=known.status,
        applies_from=known.applies_from, in_force=row.in_force, source=known.source,
        looked_at=row.looked, due=row.due,
    )  # fmt: skip
