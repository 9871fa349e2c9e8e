"""Text and signs can be read by those who see less: WCAG AA in both themes."""

import re
from pathlib import Path

import pytest

from samspil import web

STYLES = Path(web.__file__).parent / "static" / "web"
TOKEN = re.compile(r"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);")
TONE = re.compile(r"\.(tone-\w+) \{ fill: light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\); \}")
SPAN = re.compile(
    r"\.plot-(interval\.tone-\w+) \{ stroke: light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\); \}"
)
GROUNDS = ("ground", "surface")
COLOURS = ("ai", "together", "person", "late", "done")
TONES = ("ink", "alone", "together", "person", "late", "done")


def colours() -> dict[str, tuple[str, str]]:
    found = TOKEN.findall((STYLES / "tokens.css").read_text())
    found += TONE.findall((STYLES / "charts.css").read_text())
    found += SPAN.findall((STYLES / "charts.css").read_text())
    return {name: (light, dark) for name, light, dark in found}


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2, from 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


TEXT = [
    *((ink, on) for ink in ("ink", "ink-quiet") for on in (*GROUNDS, "sunken", "hover")),
    *(("ink", f"{colour}-tint") for colour in COLOURS),
    *((colour, f"{colour}-tint") for colour in COLOURS),
    *((colour, on) for colour in COLOURS for on in GROUNDS),
    ("ink-quiet", "ai-tint"),
    ("ink-quiet", "late-tint"),
    ("ink-on-strong", "ink"),
]
SIGNS = [
    *((sign, on) for sign in ("line-strong", "focus") for on in GROUNDS),
    *((f"tone-{tone}", on) for tone in TONES for on in GROUNDS),
    *((f"interval.tone-{tone}", on) for tone in TONES[1:] for on in GROUNDS),
]


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "on"), TEXT)
def test_text_stands_out(ink: str, on: str, theme: int):
    known = colours()

    assert contrast(known[ink][theme], known[on][theme]) >= 4.5


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("sign", "on"), SIGNS)
def test_signs_and_edges_stand_out(sign: str, on: str, theme: int):
    known = colours()

    assert contrast(known[sign][theme], known[on][theme]) >= 3


def test_black_on_white_is_twenty_one():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
