"""Figures, findings and changes in the reader's language, and as pictures."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from samspil.core.readiness import findings, statements
from samspil.core.readiness.changes import Change, Course
from samspil.core.readiness.figures import Group, Part, Size, Told
from samspil.core.readiness.findings import Finding
from samspil.core.readiness.statements import BY_KEY, Area, statements_of
from samspil.readiness.models.vision import Line
from samspil.readiness.queries import Compared, Picture
from samspil.web.charts import Chart, Point, Tone, intervals

LEAST, MOST = 1, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the table: `indented` for a statement below its area."""

    name: str
    indented: bool
    mean: str
    spread: str
    agree: str
    unsure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Next:
    """Something that stands out, and where one goes on: words with addresses."""

    words: str
    steps: Sequence[tuple[str, str]]


def name_of(what: str) -> str:
    """What an area or a statement is called."""
    return _(statements.WORDS[what])


def decimal(value: float | None) -> str:
    """With one decimal, as the reader writes it; a dash for what is not told."""
    return "–" if value is None else str(number_format(round(value, 1), decimal_pos=1))


def plain(value: float) -> str:
    """As it was given, with as many decimals as it has, as the reader writes it."""
    decimals = f"{value:.6f}".rstrip("0").partition(".")[2]
    return str(number_format(value, decimal_pos=len(decimals)))


def amounts(line: Line) -> tuple[str, str]:
    """What a goal is now and is to be, with its unit; of yes or no nothing is said of now."""
    if line.now is None or line.then is None:
        return "", _("yes")
    return f"{plain(line.now)} {line.unit}".strip(), f"{plain(line.then)} {line.unit}".strip()


def part_words(part: Part, *, people: int) -> str:
    """How many of all who handed in."""
    if part.size is Size.SOME:
        return _("%(n)d of %(people)d") % {"n": part.n, "people": people}
    return {
        Size.FEW: _("fewer than five"),
        Size.MOST: _("all but fewer than five"),
    }.get(part.size, "–")


def rows_of(picture: Picture) -> list[Row]:
    """Each area with its statements."""
    people = picture.round.people or 0
    found = []
    for area in Area:
        keys = [str(area), *(one.key for one in statements_of(area))]
        found += [_row(told, people) for key in keys if (told := picture.of(key)) is not None]
    return found


def _row(told: Told, people: int) -> Row:
    return Row(
        name=name_of(told.of),
        indented=told.of in BY_KEY,
        mean=decimal(told.mean),
        spread=decimal(told.spread),
        agree=part_words(told.agree, people=people),
        unsure=part_words(told.unsure, people=people),
    )


def areas_chart(picture: Picture) -> Chart:
    """Where each area stands, and how far people are from each other."""
    points = [_point(picture.of(area), name_of(area)) for area in Area]
    return intervals(
        [one for one in points if one], head=(_("Area"), _("Middle, from 1 to 5")), show=decimal
    )


def groups_chart(picture: Picture) -> Chart | None:
    """Leaders beside everybody else; None where the two are not told apart."""
    if picture.round.leaders is None:
        return None
    names = {Group.LEADERS: _("leaders"), Group.OTHERS: _("everybody else")}
    points = [
        _point(picture.of(area, group), f"{name_of(area)}: {name}", tone=tone)
        for area in Area
        for (group, name), tone in zip(names.items(), (Tone.TOGETHER, Tone.PERSON), strict=True)
    ]
    head = (_("Area"), _("Middle, from 1 to 5"))
    return intervals([one for one in points if one], head=head, show=decimal)


def _point(told: Told | None, label: str, *, tone: Tone = Tone.TOGETHER) -> Point | None:
    if told is None or told.mean is None or told.spread is None:
        return None
    return Point(
        label=label,
        value=told.mean,
        low=max(LEAST, told.mean - told.spread),
        high=min(MOST, told.mean + told.spread),
        tone=tone,
    )


def title_of(picture: Picture) -> str:
    """What the picture shows, in a sentence."""
    means = [
        (told.mean, area)
        for area in Area
        if (told := picture.of(area)) is not None and told.mean is not None
    ]
    if not means:
        return _("Nobody knew enough to tell")
    low, high = min(means), max(means)
    if low[0] == high[0]:
        return _("All areas stand alike, at %(mean)s of 5") % {"mean": decimal(low[0])}
    said = {"best": name_of(high[1]), "least": name_of(low[1])}
    return _("“%(best)s” stands best, “%(least)s” least") % said


def next_steps(picture: Picture) -> list[Next]:
    """What stands out, with what in Samspil helps."""
    return [
        Next(words=_finding(one), steps=[(words, reverse(name)) for words, name in _help(one)])
        for one in picture.findings
    ]


def _finding(one: Finding) -> str:
    said = {"of": name_of(one.of), "mean": decimal(one.mean)}
    return _(findings.WORDS[one.kind]).format(**said)


def _help(one: Finding) -> Sequence[tuple[str, str]]:
    """Two places that help with an area."""
    return {
        Area.GOALS: (
            (_("Say what is to be solved"), "readiness:vision"),
            (_("Find it together in a workshop"), "workshops:workshops"),
        ),
        Area.WORK: (
            (_("Ask what takes time"), "audit:rounds"),
            (_("See how work really runs"), "eventlogs:logs"),
            (_("Bring in documents"), "knowledge:documents"),
        ),
        Area.PEOPLE: (
            (_("Write guidelines"), "guidelines:guidelines"),
            (_("See who helps in rollouts"), "rollouts:board"),
        ),
        Area.RULES: (
            (_("Go through what AI is used for"), "uses:uses"),
            (_("Say which data AI may see"), "tools:tools"),
        ),
        Area.MEANS: (
            (_("Compare options and budgets"), "scenarios:comparisons"),
            (_("See what is measured"), "measures:overview"),
        ),
    }[one.area]


def change_words(change: Change | None) -> str:
    """What has changed, with its interval; and whether it can be told at all."""
    if change is None:
        return "–"
    said = {
        "difference": signed(change.difference),
        "low": signed(change.low),
        "high": signed(change.high),
    }
    return {
        Course.UP: _("better: %(difference)s (%(low)s to %(high)s)"),
        Course.DOWN: _("worse: %(difference)s (%(low)s to %(high)s)"),
        Course.UNTOLD: _("no change can be told: %(difference)s (%(low)s to %(high)s)"),
    }[change.course] % said


def signed(value: float) -> str:
    """With its sign, also above 0."""
    return f"+{decimal(value)}" if round(value, 1) > 0 else decimal(value).replace("-", "−")


def changes_chart(rows: Sequence[Compared]) -> Chart | None:
    """How much each area has changed since the round before; None where nothing is comparable."""
    points = [
        Point(label=name_of(one.area), value=one.since_last.difference, low=one.since_last.low,
              high=one.since_last.high)
        for one in rows
        if one.since_last
    ]  # fmt: skip
    if not points:
        return None
    return intervals(points, head=(_("Area"), _("Change in points")), show=signed)
