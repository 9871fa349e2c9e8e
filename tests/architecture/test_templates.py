"""Pages hold no code and no style of their own, and never trust a text."""

import re

import pytest

from tests.architecture import tree

FORBIDDEN = {
    "style attribute": re.compile(r"""\sstyle\s*="""),
    "style element": re.compile(r"<style\b"),
    "event attribute": re.compile(r"""\s(?:hx-)?on[a-z:-]*\s*="""),
    "trusted text": re.compile(r"\|\s*safe\b|\|\s*safeseq\b|autoescape\s+off"),
    "inline script": re.compile(r"<script\b(?![^>]*\ssrc=)[^>]*>|<script\b[^>]*>\s*[^<\s]"),
    "address as script": re.compile(r"javascript:"),
}


def faults(page: str) -> list[str]:
    """What in a page's source the house forbids."""
    return [name for name, pattern in FORBIDDEN.items() if pattern.search(page)]


def test_pages_hold_nothing_forbidden():
    found = {
        str(path.relative_to(tree.ROOT)): faults(path.read_text()) for path in tree.templates()
    }

    assert {path: names for path, names in found.items() if names} == {}


@pytest.mark.parametrize(
    ("page", "fault"),
    [
        ('<p style="color: red">', "style attribute"),
        ("<style>p {color: red}</style>", "style element"),
        ('<button onclick="go()">', "event attribute"),
        ('<button hx-on:click="go()">', "event attribute"),
        ("{{ answer|safe }}", "trusted text"),
        ("{% autoescape off %}", "trusted text"),
        ("<script>go()</script>", "inline script"),
        ('<script src="a.js">go()</script>', "inline script"),
        ('<a href="javascript:go()">', "address as script"),
    ],
)
def test_a_forbidden_thing_would_be_noticed(page: str, fault: str):
    assert faults(page) == [fault]


def test_a_plain_page_passes():
    page = '<script src="{% static "a.js" %}" defer></script><p class="one">{{ answer }}</p>'

    assert faults(page) == []
