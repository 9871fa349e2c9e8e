"""Office files made by hand, as Word writes them."""

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
STYLES = f"""<w:styles xmlns:w="{W}">
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Egen"><w:name w:val="Our own"/>
<w:basedOn w:val="berschrift2"/></w:style>
<w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>
</w:styles>"""
NOTES = f"""<w:footnotes xmlns:w="{W}">
<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:t>line</w:t></w:r></w:p></w:footnote>
<w:footnote w:id="2"><w:p><w:r><w:t>Holiday Act, section 7.</w:t></w:r></w:p></w:footnote>
</w:footnotes>"""


def pack(parts: Mapping[str, str | bytes]) -> bytes:
    """A packed file of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return out.getvalue()


def relations(*targets: tuple[str, str]) -> str:
    """What a part names: the kind and the place of each."""
    lines = "".join(
        f'<Relationship Id="rId{at}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{PACKAGE}">{lines}</Relationships>'


def word(body: str, more: Mapping[str, str | bytes] | None = None) -> bytes:
    """A Word file with this in its body."""
    return pack(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": relations(("officeDocument", "word/document.xml")),
            "word/_rels/document.xml.rels": relations(
                ("styles", "styles.xml"), ("footnotes", "footnotes.xml")
            ),
            "word/styles.xml": STYLES,
            "word/footnotes.xml": NOTES,
            "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
            **(more or {}),
        }
    )


def par(words: str, *, style: str = "", more: str = "") -> str:
    """A paragraph of a Word file."""
    said = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{said}{run(words)}{more}</w:p>"


def run(words: str, *, looks: str = "") -> str:
    """Words that look alike; `looks` is what says how."""
    said = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f'<w:r>{said}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def table(*rows: tuple[str, ...]) -> str:
    """A table of a Word file."""
    lines = "".join(
        "<w:tr>" + "".join(f"<w:tc>{par(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in rows
    )
    return f"<w:tbl>{lines}</w:tbl>"


A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"


def slides(*shown: str, notes: Mapping[int, str] | None = None) -> bytes:
    """A PowerPoint file of these slides; `notes` belong to slides, counted from 1."""
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relations(("officeDocument", "ppt/presentation.xml")),
        "ppt/_rels/presentation.xml.rels": relations(
            ("theme", "theme.xml"), *(("slide", f"slides/s{at}.xml") for at in range(len(shown)))
        ),
        "ppt/theme.xml": "<theme/>",
    }
    order = "".join(f'<p:sldId id="{256 + at}" r:id="rId{at + 2}"/>' for at in range(len(shown)))
    parts["ppt/presentation.xml"] = (
        f'<p:presentation xmlns:p="{P}" xmlns:r="{OFFICE}"><p:sldIdLst>{order}</p:sldIdLst>'
        "</p:presentation>"
    )
    for at, one in enumerate(shown):
        parts[f"ppt/slides/s{at}.xml"] = one
    for number, said in (notes or {}).items():
        parts[f"ppt/slides/_rels/s{number - 1}.xml.rels"] = relations(
            ("notesSlide", f"../notes/n{number}.xml")
        )
        parts[f"ppt/notes/n{number}.xml"] = slide(shape("3", kind="sldNum"), shape(said))
    return pack(parts)


def slide(*shapes: str, more: str = "") -> str:
    """A slide of these shapes."""
    return f'<p:sld xmlns:p="{P}" xmlns:a="{A}" {more}><p:cSld>{"".join(shapes)}</p:cSld></p:sld>'


def shape(*lines: str, kind: str = "body") -> str:
    """A shape with these paragraphs in it."""
    said = "".join(f"<a:p><a:r><a:t>{escape(line)}</a:t></a:r></a:p>" for line in lines)
    return f'<p:sp><p:nvSpPr><p:nvPr><p:ph type="{kind}"/></p:nvPr></p:nvSpPr>{said}</p:sp>'


def slide_table(*rows: tuple[str, ...]) -> str:
    """A table of a slide."""
    lines = "".join(
        "<a:tr>"
        + "".join(f"<a:tc><a:p><a:r><a:t>{cell}</a:t></a:r></a:p></a:tc>" for cell in row)
        + "</a:tr>"
        for row in rows
    )
    return f"<p:graphicFrame><a:tbl>{lines}</a:tbl></p:graphicFrame>"
