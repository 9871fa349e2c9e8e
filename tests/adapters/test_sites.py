"""Web sites are read as they ask for it, and nothing they send does harm."""

import gzip
import time
import zlib

import pytest

from samspil.adapters.sources import Dialler, Site, is_address
from samspil.adapters.sources.dialling import PrivateAddress
from samspil.adapters.sources.site.fetching import Fetcher, NoAnswer
from samspil.adapters.sources.site.sitemap import MOST_BYTES, read_sitemap
from samspil.core.knowledge.sources import ItemFailed, Mishap, SourceFailed
from tests.adapters.sites import Page, served

HERE = Dialler(private_hosts=frozenset({"127.0.0.1"}))


@pytest.fixture
def web():
    with served() as site:
        yield site


@pytest.fixture
def site(web):
    def do(dialler: Dialler = HERE, **more: int) -> Site:
        said = {"most_bytes": 100_000, **more}
        return Site(sitemap=f"{web.address}/sitemap.xml", dialler=dialler, delay_s=0, **said)

    return do


def places(site: Site) -> list[str]:
    return [one.place for one in site.listed()]


def fault_of(failed: pytest.ExceptionInfo[ItemFailed | SourceFailed]) -> Mishap:
    return failed.value.fault.mishap


def test_a_page_is_fetched_by_somebody_who_says_who_they_are(web, site):
    web.html("/about", "We build boats.", ETag='"one"')
    web.sitemap("/about")

    (place,) = places(site())
    got = site().got(place, "")

    assert got.name == "about.html"
    assert b"We build boats." in (got.content or b"")
    assert all(headers["User-Agent"] == "Samspil" for _, headers in web.asked)
    assert web.asked[0][1]["Host"] == f"127.0.0.1:{web.port}"


def test_what_has_not_changed_is_not_sent_again(web, site):
    web.html("/a", "Boats.", ETag='"one"')
    mark = site().got(f"{web.address}/a", "").mark

    assert site().got(f"{web.address}/a", mark).content is None

    assert web.asked[-1][1]["If-None-Match"] == '"one"'


def test_a_page_whose_words_are_the_same_has_not_changed(web, site):
    web.pages["/a"] = Page(
        content=b"<p>Boats.</p><script>token=1</script><input value=1>",
        headers={"Content-Type": "text/html"},
    )
    mark = site().got(f"{web.address}/a", "").mark
    web.pages["/a"].content = b"<p>Boats.</p><script>token=2</script><input value=2>"

    assert site().got(f"{web.address}/a", mark).content is None

    web.pages["/a"].content = b"<p>Bridges.</p><script>token=2</script>"
    assert site().got(f"{web.address}/a", mark).content


def test_pages_of_other_sites_are_left_out(web, site):
    web.sitemap("/a", "/a#part", "/b")
    content = web.pages["/sitemap.xml"].content
    for other in ("http://other.example/", "http://127.0.0.1:1/", "ftp://127.0.0.1/x", "/c"):
        content = content.replace(b"</urlset>", f"<url><loc>{other}</loc></url></urlset>".encode())
    web.pages["/sitemap.xml"].content = content

    assert places(site()) == [f"{web.address}/a", f"{web.address}/b"]


def test_an_index_leads_to_packed_sitemaps_of_the_same_site(web, site):
    web.sitemap("/a")
    web.pages["/one.xml.gz"] = Page(content=gzip.compress(web.pages["/sitemap.xml"].content))
    one = f"<sitemap><loc>{web.address}/one.xml.gz</loc></sitemap>"
    itself = f"<sitemap><loc>{web.address}/sitemap.xml</loc></sitemap>"
    index = f"<sitemapindex>{one}{itself}</sitemapindex>"
    web.pages["/sitemap.xml"] = Page(content=index.encode())

    assert places(site()) == [f"{web.address}/a"]


BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><urlset>&b;</urlset>'
FILE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><urlset><url><loc>&a;</loc></url></urlset>'


@pytest.mark.parametrize(
    ("raw", "mishap"),
    [
        (BOMB, Mishap.BAD_SITEMAP),
        (FILE, Mishap.BAD_SITEMAP),
        (b"<urlset><url>", Mishap.BAD_SITEMAP),
        (b"<a>" * 50, Mishap.BAD_SITEMAP),
        (b"", Mishap.BAD_SITEMAP),
        (b"Not found", Mishap.BAD_SITEMAP),
        (gzip.compress(b"<urlset/>", mtime=0)[:-9], Mishap.BAD_SITEMAP),
        (b"\x1f\x8bnothing that was ever packed", Mishap.BAD_SITEMAP),
    ],
)
def test_what_is_no_sound_sitemap_is_refused(raw, mishap):
    with pytest.raises(SourceFailed) as failed:
        read_sitemap(raw)

    assert fault_of(failed) == mishap


def test_a_sitemap_that_unpacks_to_far_more_is_never_unpacked_whole():
    packing = zlib.compressobj(wbits=31)
    block = b" " * 1_048_576
    packed = b"".join(packing.compress(block) for _ in range(MOST_BYTES // len(block) + 2))

    with pytest.raises(SourceFailed) as failed:
        read_sitemap(packed + packing.flush())

    assert fault_of(failed) == Mishap.BIG_SITEMAP


def test_a_sitemap_without_a_page_of_its_site_is_told(web, site):
    web.sitemap()

    with pytest.raises(SourceFailed) as failed:
        places(site())

    assert fault_of(failed) == Mishap.NO_PAGES


@pytest.mark.parametrize(
    ("answer", "mishap"),
    [
        (Page(status=404), Mishap.NOT_FOUND),
        (Page(status=500), Mishap.REFUSED),
        (Page(content=b"MZ", headers={"Content-Type": "application/exe"}), Mishap.OTHER_KIND),
        (Page(headers={"Content-Type": "text/html"}), Mishap.EMPTY),
        (Page(content=b"x" * 100_001, headers={"Content-Type": "text/html"}), Mishap.TOO_LARGE),
        (Page(status=302, headers={"Location": "http://other.example/"}), Mishap.LED_AWAY),
        (Page(status=302, headers={"Location": "http://169.254.169.254/"}), Mishap.LED_AWAY),
        (Page(status=302, headers={"Location": "file:///etc/passwd"}), Mishap.LED_AWAY),
        (Page(status=302, headers={"Location": "/a"}), Mishap.LED_AWAY),
        (Page(status=302), Mishap.LED_AWAY),
        (
            Page(
                content=gzip.compress(b"x" * 100_001),
                headers={"Content-Type": "text/html", "Content-Encoding": "gzip"},
            ),
            Mishap.TOO_LARGE,
        ),
        (
            Page(
                content=gzip.compress(b"x" * 10_000)[:20] + b"broken" * 9,
                headers={"Content-Type": "text/html", "Content-Encoding": "gzip"},
            ),
            Mishap.NO_ANSWER,
        ),
    ],
)
def test_what_a_page_cannot_be_read_for_is_named(web, site, answer, mishap):
    web.pages["/a"] = answer

    with pytest.raises(ItemFailed) as failed:
        site().got(f"{web.address}/a", "")

    assert fault_of(failed) == mishap


def test_a_redirect_within_the_site_is_followed(web, site):
    web.html("/new", "Moved here.")
    web.pages["/old"] = Page(status=301, headers={"Location": "/new"})

    assert b"Moved here." in (site().got(f"{web.address}/old", "").content or b"")


def test_a_site_of_our_own_network_is_refused_unless_it_is_named(web, site):
    web.sitemap("/a")

    with pytest.raises(SourceFailed) as failed:
        places(site(dialler=Dialler()))

    assert fault_of(failed) == Mishap.PRIVATE
    assert web.asked == []


def test_a_redirect_into_our_own_network_is_refused_where_the_site_itself_is_named(web):
    web.pages["/a"] = Page(status=302, headers={"Location": f"http://localhost:{web.port}/b"})
    fetcher = Fetcher(dialler=HERE, may_lead=lambda _address: True)

    with pytest.raises(PrivateAddress):
        fetcher.fetch(f"{web.address}/a", most=100)

    assert web.paths() == ["/a"]


def test_what_the_site_asks_of_programs_is_kept(web, site):
    web.pages["/robots.txt"] = Page(
        content=b"User-agent: *\nDisallow: /private\nDisallow: /*.pdf$\n"
    )
    web.html("/open", "Open.")

    assert site().got(f"{web.address}/open", "").content
    for path in ("/private/x", "/y.pdf"):
        with pytest.raises(ItemFailed) as failed:
            site().got(f"{web.address}{path}", "")
        assert fault_of(failed) == Mishap.ROBOTS
    assert not {"/private/x", "/y.pdf"} & set(web.paths())


def test_a_site_that_keeps_programs_out_altogether_is_not_read(web, site):
    web.pages["/robots.txt"] = Page(content=b"User-agent: *\nDisallow: /\n")
    web.sitemap("/a")

    with pytest.raises(SourceFailed) as failed:
        places(site())

    assert fault_of(failed) == Mishap.ROBOTS
    assert web.paths() == ["/robots.txt"]


def test_where_a_site_cannot_say_what_it_asks_nothing_is_read(web, site):
    web.pages["/robots.txt"] = Page(status=503)
    web.sitemap("/a")

    with pytest.raises(SourceFailed):
        places(site())


def test_a_pause_that_a_site_asks_for_is_kept(web, site):
    web.pages["/robots.txt"] = Page(content=b"User-agent: *\nCrawl-delay: 7\n")
    web.sitemap("/a")
    there = site()

    next(iter(there.listed()))

    assert there.delay_s == 7


def test_a_site_that_falls_silent_is_given_up(site, web):
    there = site()
    web.html("/a", "Boats.")
    there.got(f"{web.address}/a", "")
    web.pages["/a"] = Page(content=b"no gzip", headers={"Content-Encoding": "gzip"})

    for _ in range(2):
        with pytest.raises(ItemFailed):
            there.got(f"{web.address}/a", "")
    with pytest.raises(SourceFailed) as failed:
        there.got(f"{web.address}/a", "")
    assert fault_of(failed) == Mishap.NO_ANSWER


def test_a_server_that_drips_is_not_waited_for(web):
    web.pages["/a"] = Page(content=b"x" * 1_000, drips=True)
    fetcher = Fetcher(dialler=HERE, may_lead=lambda _address: True, most_seconds=0.1)
    began = time.monotonic()

    with pytest.raises(NoAnswer):
        fetcher.fetch(f"{web.address}/a", most=10_000)

    assert time.monotonic() - began < 10


@pytest.mark.parametrize(
    "address",
    ["ftp://a.example/", "//a.example/", "https://", "https://me:pw@a.example/", "x",
     "https://a.example:0/", "https://a.example/a b", "javascript:1", "https://[::1/"],
)  # fmt: skip
def test_what_is_no_whole_address_is_refused(address):
    assert not is_address(address)


def test_the_encoding_that_the_server_names_holds(web, site):
    web.pages["/a"] = Page(
        content="<p>Blåbærgrød</p>".encode("latin-1"),
        headers={"Content-Type": "text/html; charset=ISO-8859-1"},
    )

    assert "Blåbærgrød".encode() in (site().got(f"{web.address}/a", "").content or b"")
