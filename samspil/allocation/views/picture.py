"""The picture: a dot for each task, shaped by who does it and sized by its hours."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from samspil.allocation.queries import Allocated
from samspil.core.allocation.divisions import MIDDLE, ROUTES, WORDS, Division, Place
from samspil.core.ids import new_id

SIZES = ((20.0, 3), (5.0, 2), (0.0, 1))
"""Hours a week from which a dot is so large."""
SPREAD = 0.012
"""Tasks that stand in the very same place are drawn this far apart at most, each in its quarter."""
EDGE = 0.03
RADII = {1: 6.5, 2: 9.5, 3: 13.5}
"""How far a dot of each size reaches from its middle, in pixels."""
LINES = SafeString(
    '<line class="plot-axis" x1="50%" x2="50%" y1="0" y2="100%"/>'
    '<line class="plot-axis" x1="0" x2="100%" y1="50%" y2="50%"/>'
)


def picture(tasks: Sequence[Allocated], *, moves: bool) -> SafeString:
    """Every placed task; `moves`: the reader may drag them."""
    placed = [(one, one.suggestion.place) for one in tasks]
    address = _address()
    there = [(one, place) for one, place in placed if place is not None]
    words = {division: gettext(WORDS[division]) for division in Division}
    dots = SafeString(
        "".join(
            _dot(one, place, address=address, words=words[one.division], first=number == 0)
            for number, (one, place) in enumerate(there)
        )
    )
    shapes = format_html_join(
        "",
        '<path id="dot-{}-{}" d="{}"/>',
        (
            (name, size, drawn(radius))
            for size, radius in RADII.items()
            for name, drawn in (("alone", _diamond), ("together", _both), ("person", _disc))
        ),
    )
    return format_html(
        '<svg class="matrix-plot" role="group" aria-label="{}" {}><defs>{}</defs>{}{}{}</svg>',
        gettext("Tasks by rules and contact with people"),
        SafeString("data-moves") if moves else "",
        shapes,
        LINES,
        dots,
        _words(),
    )


def _address() -> str:
    """What stands before a task's id in its address."""
    some = new_id()
    return reverse("allocation:task", args=[some]).removesuffix(f"{some}/")


def _dot(one: Allocated, place: Place, *, address: str, words: str, first: bool) -> str:
    """One dot; of what it is made only the words come from people, and they are escaped here."""
    tone = ROUTES[one.division].value
    size = next(size for hours, size in SIZES if one.hours >= hours)
    by_hand, number = one.known.place is not None, one.task.pk
    across = 100 * _shown(place.creative, number, by_hand)
    down = 100 - 100 * _shown(place.contact, number // 7, by_hand)
    said, apart = f"{one.task.title}: {words}", ""
    if one.disagreements:
        said, apart = f"{said} {gettext('Views lie apart.')}", " is-apart"
    return (
        f'<a class="dot tone-{tone}{apart}" href="{address}{one.task.public_id}/" '
        f'data-x="{100 * place.creative:.1f}" data-y="{100 * place.contact:.1f}" '
        f'tabindex="{0 if first else -1}" aria-label="{escape(said)}">'
        f'<use href="#dot-{tone}-{size}" x="{across:.2f}%" y="{down:.2f}%"/></a>'
    )


def _shown(value: float, number: int, by_hand: bool) -> float:  # noqa: FBT001
    apart = 0.0 if by_hand else SPREAD * ((number * 5) % 7) / 6
    apart = apart if value >= MIDDLE else -apart
    return EDGE + (1 - 2 * EDGE) * min(1.0, max(0.0, value)) + apart


def _words() -> SafeString:
    """The names of the quarters, over the dots: those may stand anywhere."""
    words = (
        ("1.5%", "97.5%", "start", gettext("By rules, little contact")),
        ("98.5%", "97.5%", "end", gettext("Creative, little contact")),
        ("1.5%", "4%", "start", gettext("By rules, much contact")),
        ("98.5%", "4%", "end", gettext("Creative, much contact")),
    )
    return format_html_join(
        "", '<text class="plot-words" x="{}" y="{}" text-anchor="{}">{}</text>', words
    )


def _diamond(radius: float, across: float = 0) -> str:
    left, right = across - radius, across + radius
    return f"M{left:g} 0L{across:g} {-radius:g} {right:g} 0 {across:g} {radius:g}Z"


def _disc(radius: float, across: float = 0, sweep: int = 1) -> str:
    arc = f"A{radius:g} {radius:g} 0 0 {sweep} "
    left, right = f"{across - radius:g} 0", f"{across + radius:g} 0"
    return f"M{left}{arc}{right}{arc}{left}Z"


def _both(radius: float) -> str:
    """The sign for together: AI's diamond with a person's ring."""
    ring = 0.6 * radius
    return (
        _diamond(0.75 * radius, -0.35 * radius)
        + _disc(ring, 0.45 * radius)
        + _disc(0.6 * ring, 0.45 * radius, 0)
    )
