"""Groups with promises of their own, as pages show them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from samspil.core.evidence.groups import GroupsBy
from samspil.web import charts
from samspil.web.charts import Tone
from samspil.web.words import in_hundred
from samspil.work.models import Certificate, Process
from samspil.work.queries.evidence import Group, Way
from samspil.work.queries.grouping import checks_by_group, groups_of, names_of, way_words

MOST_DRAWN = 12
"""So many groups, those with most cases, stand in the picture; the table holds all."""
MOST_NAMED = 5
"""More groups than these are counted, not named, in a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRow:
    """A group by name, with what is known of it."""

    name: str
    group: Group


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedRow:
    """A group of a certificate by name; `checked` of its lone cases, `found_wrong` of those."""

    name: str
    threshold: float | None
    cases: int
    above: int
    wrong: int
    share: float
    checked: int
    found_wrong: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WayShown:
    """One way of promising for a page: a table of its groups, a picture, and what all would hide.

    `weak` and `open` are names of groups, or a number where they are many.
    """

    words: str
    rows: Sequence[GroupRow]
    chart: charts.Chart
    weak: str
    open: str


def shown(way: Way, process: Process) -> WayShown:
    """One way of promising."""
    names = names_of(process, way.by)
    return WayShown(
        words=way_words(way.by),
        rows=group_rows(way.groups, names),
        chart=_groups_chart(way.groups[:MOST_DRAWN], names),
        weak=_listed(way.weak, names),
        open=_listed(way.open, names),
    )


def group_rows(groups: Sequence[Group], names: Mapping[str, str]) -> list[GroupRow]:
    """The groups by name."""
    return [GroupRow(name=names.get(one.key, one.key), group=one) for one in groups]


def signed_rows(signed: Certificate | None, process: Process) -> list[SignedRow]:
    """The groups of a certificate; none where it is one promise for all."""
    if signed is None or not signed.groups_by:
        return []
    names, checks = names_of(process, GroupsBy(signed.groups_by)), checks_by_group(signed)
    return [
        SignedRow(
            name=names.get(one.name, one.name),
            threshold=one.threshold,
            cases=one.cases,
            above=one.above,
            wrong=one.wrong,
            share=one.above / one.cases,
            checked=checks.get(one.name, (0, 0))[0],
            found_wrong=checks.get(one.name, (0, 0))[1],
        )
        for one in groups_of(signed)
    ]


def ways_chart(ways: Sequence[Way]) -> charts.Chart:
    """The share AI might finish under each way of promising."""
    rows = []
    for way in ways:
        low, high = way.between
        rows.append(
            charts.Point(
                label=way_words(way.by),
                value=way.certificate.share,
                low=low,
                high=high,
                n=way.certificate.cases,
                tone=Tone.ALONE,
            )
        )
    head = (_("What has a promise"), _("Finished alone"))
    return charts.intervals(rows, head=head, show=in_hundred)


def _groups_chart(groups: Sequence[Group], names: Mapping[str, str]) -> charts.Chart:
    rows = []
    for one in groups:
        low, high = one.between
        rows.append(
            charts.Point(
                label=names.get(one.key, one.key),
                value=one.certificate.share,
                low=low,
                high=high,
                n=one.certificate.cases,
                tone=Tone.ALONE,
            )
        )
    return charts.intervals(rows, head=(_("Group"), _("Finished alone")), show=in_hundred)


def _listed(groups: Sequence[Group], names: Mapping[str, str]) -> str:
    if len(groups) > MOST_NAMED:
        return _("%(n)d groups") % {"n": len(groups)}
    return ", ".join(names.get(one.key, one.key) for one in groups)
