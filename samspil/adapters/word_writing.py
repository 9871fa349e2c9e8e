"""Write a Word file: headings, paragraphs, lists and tables, and who made it."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape

from samspil.core.reading import CONTROLS

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
KINDS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
CONTENT = f"""{HEAD}<Types xmlns="{PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{KINDS}.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="{KINDS}.styles+xml"/>
<Override PartName="/docProps/core.xml"
 ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"""
RELATIONS = f"""{HEAD}<Relationships xmlns="{PACKAGE}/relationships">
<Relationship Id="rId1" Type="{OFFICE}/relationships/officeDocument" Target="word/document.xml"/>
<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties"
 Target="docProps/core.xml"/></Relationships>"""
STYLES_OF = f"""{HEAD}<Relationships xmlns="{PACKAGE}/relationships">
<Relationship Id="rId1" Type="{OFFICE}/relationships/styles" Target="styles.xml"/>
</Relationships>"""
LEVELS = {"Title": 40, "Heading1": 32, "Heading2": 26}
"""Half points of each heading's letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A paragraph; `style` is Title, Heading1, Heading2, ListBullet or empty for plain text."""

    text: str
    style: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of cells; the first is the head."""

    rows: Sequence[Sequence[str]]


def word_file(
    blocks: Iterable[Words | Table], *, title: str, keywords: str, language: str, at: datetime
) -> bytes:
    """A Word file. `keywords` tells programs how it was made; `at` is written as its time."""
    body = "".join(_table(one) if isinstance(one, Table) else _words(one) for one in blocks)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in (
            ("[Content_Types].xml", CONTENT),
            ("_rels/.rels", RELATIONS),
            ("docProps/core.xml", _core(title=title, keywords=keywords, language=language, at=at)),
            ("word/_rels/document.xml.rels", STYLES_OF),
            ("word/styles.xml", _styles(language)),
            (
                "word/document.xml",
                f'{HEAD}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
            ),
        ):
            packed.writestr(name, content)
    return out.getvalue()


def _core(*, title: str, keywords: str, language: str, at: datetime) -> str:
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{_plain(title)}</dc:title><cp:keywords>{_plain(keywords)}</cp:keywords>"
        f"<dc:language>{language}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{at:%Y-%m-%dT%H:%M:%SZ}</dcterms:created>'
        "</cp:coreProperties>"
    )


def _styles(language: str) -> str:
    headings = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{_called(name)}"/>'
        f'<w:pPr><w:keepNext/><w:spacing w:before="240" w:after="80"/></w:pPr>'
        f'<w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>'
        for name, size in LEVELS.items()
    )
    return (
        f'{HEAD}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f'<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:sz w:val="22"/>'
        f'<w:lang w:val="{language}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>'
        f'{headings}<w:style w:type="paragraph" w:styleId="ListBullet">'
        '<w:name w:val="List Bullet"/><w:pPr><w:ind w:left="360" w:hanging="240"/></w:pPr>'
        "</w:style></w:styles>"
    )


def _called(name: str) -> str:
    return name if name == "Title" else f"heading {name[-1]}"


def _words(one: Words) -> str:
    said = f'<w:pPr><w:pStyle w:val="{one.style}"/></w:pPr>' if one.style else ""
    text = f"•  {one.text}" if one.style == "ListBullet" else one.text
    return f"<w:p>{said}{_run(text)}</w:p>"


def _table(one: Table) -> str:
    line = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:color="999999"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    rows = "".join(
        "<w:tr>" + "".join(f"<w:tc><w:p>{_run(cell)}</w:p></w:tc>" for cell in row) + "</w:tr>"
        for row in one.rows
    )
    return f"<w:tbl><w:tblPr><w:tblBorders>{line}</w:tblBorders></w:tblPr>{rows}</w:tbl><w:p/>"


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{_plain(text)}</w:t></w:r>'


def _plain(text: str) -> str:
    """As a Word file may hold it: no sign that XML forbids."""
    return escape(CONTROLS.sub(" ", text))
