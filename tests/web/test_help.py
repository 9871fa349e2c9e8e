"""Help: the same topics in every language, in the words of the pages, one for every page."""

import re
from functools import cache

import pytest
from babel.messages.pofile import read_po
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLPattern, URLResolver

from samspil.config.help import OTHERWISE, TOPICS
from samspil.core.roles import Role
from samspil.web import help_topics
from tests.architecture import tree
from tests.factories import make_colleague
from tests.pages import english, source, words

NO_PAGES = {"api", "web", "health", "metrics", "set_language", "join", "strangers", "stranger_chat"}
"""Addresses that no colleague reads as a page: programs, drawings of parts, strangers."""


def read(key: str, language: str) -> str:
    return (help_topics.FOLDER / language / f"{key}.md").read_text()


def labels(text: str) -> list[str]:
    """What is called a button or a heading of a page: the words in bold."""
    return re.findall(r"\*\*(.+?)\*\*", text)


def shape(text: str) -> list[str]:
    """What kind of line follows what: title, heading, point, paragraph."""
    return [re.match(r"#+|-|\d|", line)[0] or "p" for line in text.splitlines() if line.strip()]  # type: ignore[index]  # matches anything


@cache
def translations(language: str) -> dict[str, str]:
    path = tree.PACKAGE / "web" / "locale" / language / "LC_MESSAGES" / "django.po"
    with path.open("rb") as file:
        catalog = read_po(file)
    return {str(one.id): str(one.string) for one in catalog if isinstance(one.id, str)}


def pages() -> set[str]:
    """The slices, and the names outside any, of all addresses."""
    found: set[str] = set()
    for pattern in get_resolver().url_patterns:
        found |= _names(pattern)
    return found - NO_PAGES


def _names(pattern: URLPattern | URLResolver) -> set[str]:
    if isinstance(pattern, URLPattern):
        return {pattern.name} if pattern.name else set()
    if pattern.namespace:
        return {pattern.namespace}
    return {name for each in pattern.url_patterns for name in _names(each)}


@pytest.mark.parametrize("language", help_topics.LANGUAGES)
def test_every_language_has_every_topic(language):
    there = {path.stem for path in (help_topics.FOLDER / language).glob("*.md")}

    assert there == set(help_topics.names())


@pytest.mark.parametrize("language", ["da", "de"])
@pytest.mark.parametrize("key", help_topics.names())
def test_a_topic_is_built_alike_in_every_language(key, language):
    assert shape(read(key, language)) == shape(read(key, "en"))


@pytest.mark.parametrize("language", ["da", "de"])
@pytest.mark.parametrize("key", help_topics.names())
def test_help_calls_things_what_the_pages_call_them(key, language):
    known = translations(language)
    wanted = [known.get(label, f"no page says {label!r}") for label in labels(read(key, "en"))]

    assert labels(read(key, language)) == wanted


def test_every_page_has_its_help():
    ours = {name for name in pages() if not name.startswith(("account_", "mfa", "usersessions"))}

    assert ours - {name.partition(":")[0] for name in TOPICS} == set()


def test_every_help_belongs_to_a_page_and_every_page_named_exists():
    assert {*TOPICS.values(), OTHERWISE} == set(help_topics.names())
    for name in TOPICS:
        assert name.partition(":")[0] in pages()


@pytest.fixture
def browser(client_of, organisation):
    return english(client_of(make_colleague(Role.EMPLOYEE)))


def test_a_page_links_to_its_own_help(browser):
    assert f'href="{reverse("help_topic", args=["today"])}"' in source(browser.get("/"))


def test_help_is_found_by_words(browser):
    found = words(browser.get("/help/", {"q": "LATE yesterday"}))

    assert "Today" in found
    assert "Opening hours When" not in found
    assert "No help has these words" in words(browser.get("/help/", {"q": "xyzzy"}))


def test_a_topic_is_a_page_and_a_drawer(browser):
    whole = browser.get("/help/journal/")
    drawer = browser.get("/help/journal/", headers={"HX-Request": "true", "HX-Target": "help-text"})

    assert "sealed onto the one before" in words(whole)
    assert source(drawer).strip().startswith('<article class="stack" id="help-text">')


def test_help_that_does_not_exist_is_not_found(browser):
    assert browser.get("/help/xyzzy/").status_code == 404


def test_help_speaks_the_readers_language(client_of, organisation):
    danish = client_of(make_colleague(Role.EMPLOYEE))

    assert "forseglet til den forrige" in words(danish.get("/help/journal/"))


def test_no_markup_of_the_texts_is_taken_for_html():
    html = "".join(help_topics.topic(key, language="en").html for key in help_topics.names())

    assert set(re.findall(r"<(\w+)", html)) <= {"p", "ul", "li", "strong", "em", "code", "a", "h2"}
