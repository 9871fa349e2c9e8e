"""Markdown that people write, as a page shows it."""

from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

PARSER = MarkdownIt("commonmark", {"html": False}).disable("image")


def shown(text: str) -> SafeString:
    """The text with its headings below that of the page; HTML and pictures in it stay as typed."""
    tokens = PARSER.parse(text)
    for token in tokens:
        if token.tag == "h1":
            token.tag = "h2"
    html: str = PARSER.renderer.render(tokens, PARSER.options, {})
    return mark_safe(html)  # noqa: S308 - the parser escapes all that is not its own
