"""Write a PDF: tagged, so that it can be read aloud, with its language, pages and headings."""

import json
import re
from collections.abc import Iterable
from importlib.resources import files
from typing import Literal

from samspil.adapters.writing.blocks import Block, Cover, Shape, shapes
from samspil.core.reading import plain_signs

STANDARD: Literal["ua-1"] = "ua-1"
"""PDF/UA-1: what a reader for the blind relies on."""
LONG_WORD = re.compile(r"\S{36,}")
PIECE = re.compile(r"\S{1,18}")
MAY_BREAK = "\u200b"


def pdf_file(blocks: Iterable[Block], *, about: Cover) -> bytes:
    """A PDF of A4 pages. The same content gives the same file.

    Signs that none of the fonts has show as boxes and are read as they are; such a file is tagged
    like any other, but does not claim to follow `STANDARD`.
    """
    import typst  # few who start Samspil write a PDF

    paper = json.dumps(
        {
            "title": _plain(about.title),
            "author": _plain(about.author),
            "keywords": _plain(about.keywords),
            "language": about.language,
            "foot": _plain(about.foot),
            "blocks": [_drawn(one) for one in shapes(blocks)],
        }
    )
    try:
        return _written(paper, about=about, standard=STANDARD)
    except typst.TypstError:
        return _written(paper, about=about, standard=None)


def _written(paper: str, *, about: Cover, standard: Literal["ua-1"] | None) -> bytes:
    import typst

    made = typst.compile(
        files("samspil.adapters.writing").joinpath("paper.typ").read_bytes(),
        format="pdf",
        sys_inputs={"paper": paper},
        ignore_system_fonts=True,
        pdf_standards=standard,
        timestamp=int(about.at.timestamp()),
    )
    assert isinstance(made, bytes)
    return made


def _drawn(one: Shape) -> dict[str, object]:
    return {
        "kind": one.kind,
        "texts": [_plain(text) for text in one.texts],
        "rows": [[_plain(cell) for cell in row] for row in one.rows],
        "widths": list(one.widths),
    }


def _plain(text: str) -> str:
    """Without signs that nobody sees, and with places where a word longer than a line may break."""
    return LONG_WORD.sub(
        lambda word: MAY_BREAK.join(PIECE.findall(word.group())), plain_signs(text)
    )
