"""Write a Word file: headings, paragraphs, lists and tables, and who made it."""

import io
import zipfile
from collections.abc import Iterable
from xml.sax.saxutils import escape

from samspil.adapters.writing.blocks import Block, Cover, Table, Words
from samspil.core.reading import plain_signs

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
<Override PartName="/word/numbering.xml" ContentType="{KINDS}.numbering+xml"/>
<Override PartName="/word/footer1.xml" ContentType="{KINDS}.footer+xml"/>
<Override PartName="/docProps/core.xml"
 ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"""
RELATIONS = f"""{HEAD}<Relationships xmlns="{PACKAGE}/relationships">
<Relationship Id="rId1" Type="{OFFICE}/relationships/officeDocument" Target="word/document.xml"/>
<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties"
 Target="docProps/core.xml"/></Relationships>"""
PARTS_OF = f"""{HEAD}<Relationships xmlns="{PACKAGE}/relationships">
<Relationship Id="rId1" Type="{OFFICE}/relationships/styles" Target="styles.xml"/>
<Relationship Id="rId2" Type="{OFFICE}/relationships/numbering" Target="numbering.xml"/>
<Relationship Id="rId3" Type="{OFFICE}/relationships/footer" Target="footer1.xml"/>
</Relationships>"""
BULLETS = f"""{HEAD}<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>
<w:pPr><w:ind w:left="360" w:hanging="240"/></w:pPr></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""
LEVELS = {"Title": 40, "Heading1": 32, "Heading2": 26}
"""Half points of each heading's letters."""
WIDTH = 9638
"""Twentieths of a point between the margins of an A4 page."""
MARGIN = 1134
PAGE = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/>'
    '<w:pgSz w:w="11906" w:h="16838"/>'
    f'<w:pgMar w:top="{MARGIN}" w:right="{MARGIN}" w:bottom="{MARGIN}" w:left="{MARGIN}" '
    'w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
)


def word_file(blocks: Iterable[Block], *, about: Cover) -> bytes:
    """A Word file with styles, page numbers and tables whose heads repeat on each page."""
    body = "".join(_table(one) if isinstance(one, Table) else _words(one) for one in blocks)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in (
            ("[Content_Types].xml", CONTENT),
            ("_rels/.rels", RELATIONS),
            ("docProps/core.xml", _core(about)),
            ("word/_rels/document.xml.rels", PARTS_OF),
            ("word/styles.xml", _styles(about.language)),
            ("word/numbering.xml", BULLETS),
            ("word/footer1.xml", _footer(about.foot)),
            ("word/document.xml", _document(body)),
        ):
            packed.writestr(_entry(name, about), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _document(body: str) -> str:
    return (
        f'{HEAD}<w:document xmlns:w="{W}" xmlns:r="{OFFICE}/relationships">'
        f"<w:body>{body}{PAGE}</w:body></w:document>"
    )


def _entry(name: str, about: Cover) -> zipfile.ZipInfo:
    """So that the same content is the same file, whenever it is written."""
    return zipfile.ZipInfo(name, about.at.timetuple()[:6])


def _core(about: Cover) -> str:
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{_plain(about.title)}</dc:title>"
        f"<dc:creator>{_plain(about.author)}</dc:creator>"
        f"<cp:keywords>{_plain(about.keywords)}</cp:keywords>"
        f"<dc:language>{about.language}</dc:language>"
        '<dcterms:created xsi:type="dcterms:W3CDTF">'
        f"{about.at:%Y-%m-%dT%H:%M:%SZ}</dcterms:created></cp:coreProperties>"
    )


def _styles(language: str) -> str:
    headings = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{_called(name)}"/>'
        f'<w:pPr><w:keepNext/><w:spacing w:before="240" w:after="80"/>{_level(name)}</w:pPr>'
        f'<w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>'
        for name, size in LEVELS.items()
    )
    return (
        f'{HEAD}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f'<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="21"/>'
        f'<w:lang w:val="{language}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f'</w:style>{headings}<w:style w:type="paragraph" w:styleId="ListBullet">'
        '<w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        '</w:style><w:style w:type="paragraph" w:styleId="Missing"><w:name w:val="Missing"/>'
        '<w:pPr><w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="9A3412"/></w:pBdr>'
        "</w:pPr><w:rPr><w:i/></w:rPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="Cell"><w:name w:val="Cell"/>'
        '<w:pPr><w:spacing w:after="20"/></w:pPr><w:rPr><w:sz w:val="19"/></w:rPr></w:style>'
        "</w:styles>"
    )


def _called(name: str) -> str:
    return name if name == "Title" else f"heading {name[-1]}"


def _level(name: str) -> str:
    return "" if name == "Title" else f'<w:outlineLvl w:val="{int(name[-1]) - 1}"/>'


def _words(one: Words) -> str:
    said = f'<w:pPr><w:pStyle w:val="{one.style}"/></w:pPr>' if one.style else ""
    return f"<w:p>{said}{_run(one.text)}</w:p>"


def _table(one: Table) -> str:
    if not one.rows:
        return ""
    columns = len(one.rows[0])
    shares = one.widths or [1] * columns
    widths = [WIDTH * share // sum(shares) for share in shares]
    line = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:color="999999"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(_row(row, widths, head=number == 0) for number, row in enumerate(one.rows))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{WIDTH}" w:type="dxa"/><w:tblBorders>{line}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="80" w:type="dxa"/>'
        '<w:right w:w="80" w:type="dxa"/></w:tblCellMar><w:tblLook w:firstRow="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl><w:p/>"
    )


def _row(row: Iterable[str], widths: Iterable[int], *, head: bool) -> str:
    said = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if head else ""
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="EFECE6"/>' if head else ""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>'
        f"{_lines(cell, bold=head)}</w:tc>"
        for cell, width in zip(row, widths, strict=True)
    )
    return f"<w:tr>{said}{cells}</w:tr>"


def _lines(cell: str, *, bold: bool) -> str:
    return "".join(
        f'<w:p><w:pPr><w:pStyle w:val="Cell"/></w:pPr>{_run(line, bold=bold)}</w:p>'
        for line in cell.split("\n")
    )


def _footer(foot: str) -> str:
    page = "".join(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{field}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        f'<w:r><w:fldChar w:fldCharType="end"/></w:r>{between}'
        for field, between in (("PAGE", _run(" / ")), ("NUMPAGES", ""))
    )
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{WIDTH}"/></w:tabs>'
    return (
        f'{HEAD}<w:ftr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="Cell"/>{tab}</w:pPr>'
        f"{_run(foot)}<w:r><w:tab/></w:r>{page}</w:p></w:ftr>"
    )


def _run(text: str, *, bold: bool = False) -> str:
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    parts = "<w:br/>".join(
        f'<w:t xml:space="preserve">{_plain(line)}</w:t>' for line in text.split("\n")
    )
    return f"<w:r>{look}{parts}</w:r>"


def _plain(text: str) -> str:
    """As a Word file may hold it: no sign that XML forbids, none that turns the order around."""
    return escape(plain_signs(text))
