"""Which list an address names: the queue as somebody narrowed it, or all cases."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext

from samspil.core.roles import Action
from samspil.people.models import Colleague
from samspil.people.queries import may_do, teams
from samspil.review.forms import NarrowForm, TableForm
from samspil.review.queries import Wanted, Whose, matching
from samspil.review.queries.columns import topic_names
from samspil.review.queries.marking import tags
from samspil.review.queries.table import ORDERS, Sort, TableWanted, all_cases
from samspil.web.pages import uuid_of
from samspil.work.models import Case
from samspil.work.queries import processes
from samspil.work.queries.cases import QUEUE_ORDER

TABLE = "all"
"""What `list` says in an address where all cases are meant, not the queue."""

Choices = list[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedList:
    """A list as an address names it; `kept` is what the address says of it."""

    cases: QuerySet[Case]
    order: Sequence[str]
    name: str
    kept: Mapping[str, str]

    @property
    def address(self) -> str:
        """Where the list is looked at."""
        page = "review:all" if self.name == TABLE else "review:queue"
        shown = {name: value for name, value in self.kept.items() if name != "list"}
        return f"{reverse(page)}{kept_as(**shown)}"


def asked_list(asked: QueryDict, colleague: Colleague) -> AskedList:
    """The list that these parameters name, as far as they say something known."""
    if asked.get("list") == TABLE:
        wanted = table_wanted(asked, table_form(asked).chosen())
        kept = {"list": TABLE, "sort": wanted.sort.value, **wanted.chosen()}
        cases = all_cases(wanted, reader=colleague)
        return AskedList(cases=cases, order=ORDERS[wanted.sort], name=TABLE, kept=kept)
    form = NarrowForm(asked, processes=process_choices(), **offered_of(asked, beside_case=False))
    chosen, whose = form.chosen(), whose_of(asked, colleague)
    cases = matching(colleague, Wanted(whose=whose, **chosen))  # type: ignore[arg-type]  # names of its fields
    cases = cases.select_related("process", "team", "claimed_by")
    kept = {"whose": whose.value, **chosen}
    return AskedList(cases=cases, order=QUEUE_ORDER, name="queue", kept=kept)


def table_form(asked: QueryDict) -> TableForm:
    """What the table can be narrowed to, and what it is."""
    named = [(str(team.public_id), team.name) for team in teams()]
    offered = offered_of(asked, beside_case=False)
    return TableForm(asked, processes=process_choices(), teams=named, **offered)


def table_wanted(asked: QueryDict, chosen: Mapping[str, str]) -> TableWanted:
    """The page of the table that is asked for."""
    try:
        sort = Sort(asked.get("sort", Sort.NEWEST))
    except ValueError:
        sort = Sort.NEWEST
    return TableWanted(sort=sort, after=asked.get("after", ""), **chosen)


def known_choices() -> dict[str, set[str]]:
    """What a kept filter can name that may go: processes, topics and tags."""
    offered = offered_of(QueryDict(), beside_case=False)
    return {
        "process": {value for value, _label in process_choices()},
        "topic": {value for value, _label in offered["topics"]},
        "tag": {value for value, _label in offered["tags"]},
    }


def process_choices() -> Choices:
    """Every process to choose from."""
    return [(str(process.public_id), process.name) for process in processes()]


def offered_of(asked: QueryDict, *, beside_case: bool) -> dict[str, Choices]:
    """Tags and topics to choose; beside a case only those asked for, which costs nothing."""
    if not beside_case:
        return {
            "tags": [(str(tag.public_id), tag.name) for tag in tags()],
            "topics": sorted(topic_names().items(), key=lambda one: one[1].casefold()),
        }
    tag, topic = uuid_of(asked.get("tag", "")), asked.get("topic", "").replace("\0", "")
    return {
        "tags": [(str(tag), gettext("the tag chosen"))] if tag else [],
        "topics": [(topic, gettext("the topic chosen"))] if topic else [],
    }


def whose_of(asked: QueryDict, colleague: Colleague) -> Whose:
    """Whose cases are asked for; a leader's usual list is that of all teams."""
    leads = may_do(colleague, Action.REASSIGN_CASES)
    usual = Whose.ALL if leads else Whose.TEAMS
    try:
        whose = Whose(asked.get("whose", usual))
    except ValueError:
        return usual
    return usual if whose is Whose.ALL else whose


def kept_as(**parameters: str) -> str:
    """The part of an address that keeps the list as it is, with its question mark."""
    query = QueryDict(mutable=True)
    query.update({name: str(value) for name, value in parameters.items() if value})
    return f"?{query.urlencode()}"
