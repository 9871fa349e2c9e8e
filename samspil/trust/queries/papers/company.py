"""What papers say of the organisation as a whole: what it holds, its tools, and what was said."""

from collections.abc import Iterator, Mapping
from datetime import date
from uuid import uuid5

from samspil.chat.models import Chat
from samspil.core.ai_act.built import Built
from samspil.core.filings.asks import Ask, Said
from samspil.core.filings.asks import Statement as Stated
from samspil.core.filings.facts import Company, Tool
from samspil.core.filings.holdings import BESIDES, BY_RULE, Besides, Held, Holding
from samspil.core.filings.periods import period_of
from samspil.core.gateway.allowing import Place
from samspil.core.gateway.tools import Standing
from samspil.core.retention.categories import Category
from samspil.core.skill import Senders
from samspil.governance.queries import Kept, ToolRow, kept_everywhere, tool_rows
from samspil.people.queries import day_of
from samspil.tenancy.queries import current
from samspil.trust.models import Statement
from samspil.uses.queries import HERE
from samspil.work.models import Process, ProcessTeam

OF_USES = {Held.QUESTIONS: Built.ANSWERS, Held.SUMMARIES: Built.SUMMARIES}
"""Kinds of data that belong to a use of which there is one."""
CASES = {Senders.CUSTOMERS: Category.CUSTOMERS, Senders.EMPLOYEES: Category.EMPLOYEES}
"""Whose rule says how long cases are kept."""


def company(*, on: date) -> Company:
    """The organisation as it stands on that day, in a fixed number of statements."""
    here, kept = current(), _kept()
    return Company(
        about=str(here.public_id),
        name=here.name,
        on=on,
        said=statements(),
        tools=tuple(_tool(row) for row in tool_rows(today=on) if row.standing is Standing.VALID),
        holdings=tuple(_holdings(kept)),
        besides=tuple(_beside(kept[one]) for one in BESIDES),
    )


def statements() -> Said:
    """All that people said, by what it is about."""
    rows = Statement.objects.select_related("by")
    return {
        (one.about, Ask(one.ask)): Stated(text=one.text, by=one.by.name, on=day_of(one.at))
        for one in rows
    }


def holding_ids() -> Mapping[str, Holding]:
    """Every kind of data that is held, by the id that statements name it by."""
    return {one.about: one for one in _holdings(_kept())}


def _kept() -> Mapping[Category, Kept]:
    return {one.rule.category: one for one in kept_everywhere()}


def _beside(kept: Kept) -> Besides:
    period = period_of(kept.rule, days=kept.days)
    return Besides(category=kept.rule.category, period=period, source=kept.rule.source)


def _holdings(kept: Mapping[Category, Kept]) -> Iterator[Holding]:
    teams = _teams()
    for process in Process.objects.filter(sample=False).order_by("name"):
        yield _holding(
            Held.CASES, kept[CASES[Senders(process.senders)]], about=str(process.public_id),
            named=process.name, closed=process.closed, seen_by=tuple(teams.get(process.pk, ())),
        )  # fmt: skip
    for chat in Chat.objects.order_by("name"):
        yield _holding(Held.CHATS, kept[Category.CHATS], about=str(chat.public_id), named=chat.name)
    for kind in Held:
        if kind not in (Held.CASES, Held.CHATS):
            yield _holding(kind, kept[BY_RULE[kind]], about=_id_of(kind))


def _holding(
    kind: Held, kept: Kept, *, about: str, named: str = "", closed: bool = False,
    seen_by: tuple[str, ...] = (),
) -> Holding:  # fmt: skip
    return Holding(
        kind=kind, about=about, named=named, closed=closed, seen_by=seen_by,
        period=period_of(kept.rule, days=kept.days), source=kept.rule.source,
    )  # fmt: skip


def _id_of(kind: Held) -> str:
    """That of its use where it has one."""
    return str(uuid5(HERE, OF_USES.get(kind, f"held/{kind}")))


def _teams() -> Mapping[int, list[str]]:
    """The teams of each process, by its key, each once."""
    found: dict[int, list[str]] = {}
    for row in ProcessTeam.objects.select_related("team").order_by("level"):
        names = found.setdefault(row.process_id, [])
        if row.team.name not in names:
            names.append(row.team.name)
    return found


def _tool(row: ToolRow) -> Tool:
    one = row.tool
    return Tool(
        about=str(one.public_id),
        name=one.name,
        place=Place(one.place),
        owner=one.owner.name if one.owner else "",
        purpose=one.purpose,
        contract=one.contract,
        allowed=row.allowed,
    )
