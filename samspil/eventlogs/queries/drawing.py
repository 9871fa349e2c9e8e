"""A log's map as a picture, and its steps and arrows as a table that says the same."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samspil.core.eventlogs.choosing import Shown, shown_of
from samspil.core.eventlogs.facts import Facts
from samspil.eventlogs.queries.linking import Live
from samspil.web.charts import number
from samspil.web.charts.flow import Stop, Way, flow
from samspil.web.words import in_hundred, lasting

Say = Callable[[float], str]
BEGIN, END = -1, -2
SELDOM = 0.05
"""Steps with which fewer cases begin or end are not joined to the beginning or end, unless nothing
else joins them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """The picture, what it shows of what, and the arrows in it as rows."""

    drawing: SafeString
    steps: int
    arrows: int
    rows: Sequence[tuple[str, str, str, str]]


def map_of(facts: Facts, *, percent: int, live: Mapping[str, Live], say: Say = lasting) -> Map:
    """Draw so much of it, in hundred of what happened; `live` steps say how much AI does, and times
    are said in these words."""
    shown = shown_of(facts, percent=percent)
    order = sorted(shown.steps, key=lambda one: (facts.steps[one].place, one))
    stops = [
        Stop(node=BEGIN, label=_("Beginning"), figures=""),
        *(_stop(facts, one, live) for one in order),
        Stop(node=END, label=_("End"), figures=""),
    ]
    ways = [*_ways(facts, shown, say), *_ends(facts, shown)]
    return Map(
        drawing=flow(stops, ways, label=_("Map of the steps; the table below says the same")),
        steps=len(order), arrows=len(shown.arrows), rows=list(_rows(facts, shown, say)),
    )  # fmt: skip


def _stop(facts: Facts, place: int, live: Mapping[str, Live]) -> Stop:
    step = facts.steps[place]
    times = ngettext("%(n)s time", "%(n)s times", step.n) % {"n": number(step.n)}
    found = live.get(step.name)
    alone = None if found is None else found.alone.value
    figures = times if alone is None else f"{times} · AI {in_hundred(alone)}"
    return Stop(
        node=place, label=step.name, figures=figures, share=step.cases / facts.cases,
        live=found is not None,
    )  # fmt: skip


def _ways(facts: Facts, shown: Shown, say: Say) -> Iterator[Way]:
    for arrow in shown.arrows:
        words = (number(arrow.n), say(arrow.time.median))
        yield Way(source=arrow.source, target=arrow.target, weight=arrow.n, words=words)


def _ends(facts: Facts, shown: Shown) -> Iterator[Way]:
    """Lines from the beginning and to the end, so that no step hangs alone."""
    reached = {one.target for one in shown.arrows if one.source != one.target}
    left = {one.source for one in shown.arrows if one.source != one.target}
    for place in shown.steps:
        step = facts.steps[place]
        if step.first and (place not in reached or step.first >= SELDOM * facts.cases):
            words = (number(step.first),)
            yield Way(source=BEGIN, target=place, weight=step.first, words=words)
        if step.last and (place not in left or step.last >= SELDOM * facts.cases):
            words = (number(step.last),)
            yield Way(source=place, target=END, weight=step.last, words=words)


def _rows(facts: Facts, shown: Shown, say: Say) -> Iterator[tuple[str, str, str, str]]:
    for arrow in shown.arrows:
        way = f"{facts.steps[arrow.source].name} → {facts.steps[arrow.target].name}"
        yield way, number(arrow.n), say(arrow.time.median), say(arrow.time.most)
