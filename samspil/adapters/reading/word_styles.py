"""What the styles of a Word file mean: which are headings, titles, lists, tables of contents."""

import re
from dataclasses import dataclass, replace

from samspil.adapters.reading.packed import Attributes, Pack, nothing

HEADING = re.compile(r"^heading ([1-9])$")
MOST_STEPS = 20
"""From a style to those it is based on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A style; `level` is that of a heading from 1, None for text."""

    level: int | None = None
    is_title: bool = False
    is_contents: bool = False
    listed: bool = False
    based_on: str = ""


def styles_of(pack: Pack, part: str) -> dict[str, Style]:
    """The paragraph styles by their ids; what a style does not say, those below it do."""
    collector = _Styles()
    pack.walk(part, begins=collector.begins, ends=collector.ends, says=nothing)
    return {name: _settled(style, collector.found) for name, style in collector.found.items()}


def _settled(style: Style, styles: dict[str, Style]) -> Style:
    level, listed, below = style.level, style.listed, style
    for _step in range(MOST_STEPS):
        below = styles.get(below.based_on, Style())
        level = below.level if level is None else level
        listed = listed or below.listed
    return replace(style, level=level, listed=listed)


class _Styles:
    """Word names its own styles in English whatever language it speaks."""

    def __init__(self) -> None:
        self.found: dict[str, Style] = {}
        self._name = ""
        self._style = Style()

    def begins(self, name: str, attributes: Attributes) -> None:
        said = attributes.get("val", "")
        match name:
            case "style":
                self._name, self._style = attributes.get("styleId", ""), Style()
            case "name":
                self._style = replace(
                    self._style,
                    level=_level(said),
                    is_title=said.casefold() == "title",
                    is_contents=said.casefold().startswith("toc "),
                )
            case "basedOn":
                self._style = replace(self._style, based_on=said)
            case "outlineLvl" if said.isdigit() and self._style.level is None:
                self._style = replace(self._style, level=int(said) + 1)
            case "numId":
                self._style = replace(self._style, listed=said != "0")

    def ends(self, name: str) -> None:
        if name == "style" and self._name:
            self.found[self._name] = self._style


def _level(name: str) -> int | None:
    found = HEADING.match(name.casefold())
    return int(found[1]) if found else None
