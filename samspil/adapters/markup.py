"""HTML as tags and the texts between them.

A reader of its own, since every step must take time in proportion to the length, whatever is sent.
"""

import re
from collections.abc import Iterator

TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})\b([^<>]*)>|<[!?/][^<>]*>")
HIDDEN = re.compile(
    r"(display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])|mso-hide\s*:\s*all)",
    re.IGNORECASE,
)
DROPPED = frozenset({"script", "style", "head", "title", "template", "noscript", "object", "svg"})
"""Elements whose content nobody reads as text."""
BLOCKS = frozenset(
    {"p", "div", "table", "tr", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "section",
     "article", "header", "footer", "blockquote", "dl", "dt", "dd", "li", "body", "center", "form"}
)  # fmt: skip
EMPTY = frozenset({"br", "hr", "img", "meta", "link", "input", "col", "base", "area", "wbr"})
"""Elements that are never closed."""
RAW = re.compile(r"<(/?)(script|style)\b", re.IGNORECASE)


def pieces(html: str) -> Iterator[tuple[str, bool, str, str]]:
    """Text, and the tag behind it: whether it closes, its name, what else it says."""
    at = 0
    for found in TAG.finditer(html):
        name = (found[2] or "").lower()
        yield html[at : found.start()], bool(found[1]), name, (found[3] or "")[:4_000]
        at = found.end()
    yield html[at:], False, "", ""


def without_comments(html: str) -> str:
    """The same without comments; one that is never closed goes on to the end."""
    kept: list[str] = []
    at = 0
    while (start := html.find("<!--", at)) >= 0:
        kept.append(html[at:start])
        end = html.find("-->", start)
        if end < 0:
            return "".join(kept)
        at = end + 3
    return "".join([*kept, html[at:]])


def without_programs(html: str) -> str:
    """The same without scripts and styles, whatever tags are quoted in them."""
    kept: list[str] = []
    inside = ""
    at = 0
    for found in RAW.finditer(html):
        name = found[2].lower()
        if not inside and not found[1]:
            kept.append(html[at : found.start()])
            inside = name
        elif inside == name and found[1]:
            at, inside = found.start(), ""
    return "".join(kept if inside else [*kept, html[at:]])
