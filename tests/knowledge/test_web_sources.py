"""Pages of a web site come by themselves, change here when they change there, and go with it."""

import pytest

from samspil.core.knowledge.sources import Mishap
from samspil.knowledge import actions, queries
from samspil.knowledge.models import Document, Passage, SourceKind
from tests.adapters.sites import Page, served
from tests.factories import MONDAY_9
from tests.knowledge.looking import counted, look, names


@pytest.fixture
def web(settings):
    settings.PRIVATE_HOSTS, settings.SITE_PAUSE_S = "127.0.0.1", 0
    with served() as site:
        for number, path in enumerate(("/a", "/b", "/c/d")):
            site.html(path, f"Page {number} says that parking costs {number}0 kroner.")
        site.sitemap("/a", "/b", "/c/d")
        yield site


@pytest.fixture
def source(web, lene):
    terms = actions.SourceTerms(name="Site", place=f"{web.address}/sitemap.xml", owner=lene)
    return actions.add_source(SourceKind.WEB, terms, by=lene, at=MONDAY_9)


def test_pages_are_brought_in_and_read(source):
    assert counted(look(source)) == (3, 0, 0, 0, 0)

    assert names() == ["Site/a.html", "Site/b.html", "Site/c/d.html"]
    document = Document.objects.get(name="Site/b.html")
    actions.read_documents([document.pk], embedder=None, at=MONDAY_9)
    assert "10 kroner" in Passage.objects.get(document=document).text


def test_a_changed_page_is_read_anew_and_others_are_not(source, web):
    look(source)
    web.html("/a", "Parking is free.")

    assert counted(look(source)) == (0, 1, 2, 0, 0)


def test_a_page_that_vanished_from_the_sitemap_goes(source, web):
    look(source)
    web.sitemap("/a", "/b")

    assert counted(look(source)) == (0, 0, 2, 0, 1)
    assert names() == ["Site/a.html", "Site/b.html"]


def test_a_page_that_is_listed_and_gone_is_named_and_goes(source, web):
    look(source)
    del web.pages["/b"]

    assert counted(look(source)) == (0, 0, 2, 1, 1)
    ((item, why),) = queries.story_of(source).faults
    assert item.place == f"{web.address}/b"
    assert why == "The page is gone (answer 404)."
    assert names() == ["Site/a.html", "Site/c/d.html"]


def test_a_page_that_fails_for_a_while_stays(source, web):
    look(source)
    web.pages["/b"] = Page(status=500)

    assert counted(look(source)) == (0, 0, 2, 1, 0)
    assert len(names()) == 3


def test_a_site_that_is_down_takes_nothing_along(source, web):
    look(source)
    web.pages["/sitemap.xml"] = Page(status=502)

    run = look(source)

    assert (run.trouble, run.removed) == (Mishap.REFUSED, 0)
    assert len(names()) == 3
    assert [row.trouble for row in queries.troubled_sources(source.owner)] == [
        "The server refuses (answer 502)."
    ]


def test_a_sitemap_that_suddenly_lists_next_to_nothing_takes_nothing_along(source, web):
    look(source)
    web.sitemap("/a")

    assert look(source).removed == 0
    assert len(names()) == 3


@pytest.mark.parametrize("place", ["", "sitemap.xml", "ftp://a.example/", "http://u:p@a.example/"])
def test_what_is_no_address_of_a_sitemap_is_refused(lene, place):
    terms = actions.SourceTerms(name="Site", place=place, owner=lene)

    with pytest.raises(actions.BadSource, match="address"):
        actions.add_source(SourceKind.WEB, terms, by=lene, at=MONDAY_9)
