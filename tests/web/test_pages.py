"""Pages and fragments come from one file; the shell stands on its own."""

from typing import Any

import pytest
from django.contrib.messages.storage.base import BaseStorage
from django.template.loader import get_template, render_to_string
from django.test import RequestFactory
from django.utils import translation

from samspil.web.examples import ExampleForm
from samspil.web.pages import page, toast, toast_problem, toasts_of
from samspil.web.views import style_case, style_guide

TEMPLATE = "web/fragment_example.html"
SOURCE = (
    "<h1>Cases</h1>{% partialdef rows inline %}<ul id='rows'><li>{{ name }}</li></ul>"
    "{% endpartialdef %}"
)


class Kept(BaseStorage):
    """Messages kept in memory, for one request."""

    def _get(self, *_args: Any, **_kwargs: Any) -> tuple[list[Any], bool]:
        return [], True

    def _store(self, messages: Any, *_args: Any, **_kwargs: Any) -> list[Any]:
        return []


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def example(settings, tmp_path):
    """A template of its own, reached as pages are."""
    file = tmp_path / TEMPLATE
    file.parent.mkdir(parents=True)
    file.write_text(SOURCE)
    engine = {**settings.TEMPLATES[0], "DIRS": [tmp_path, *settings.TEMPLATES[0]["DIRS"]]}
    settings.TEMPLATES = [engine]
    return TEMPLATE


def asked(**headers: str) -> Any:
    request = RequestFactory().get("/", headers=headers)
    request._messages = Kept(request)  # type: ignore[attr-defined]  # as the middleware does
    return request


def body(request: Any, template: str) -> str:
    return page(request, template, {"name": "<i>"}).content.decode()


def test_a_reader_without_scripts_gets_the_whole_page(example):
    assert body(asked(), example).startswith("<h1>Cases</h1><ul id='rows'>")


def test_htmx_gets_only_the_fragment_it_will_replace(example):
    request = asked(**{"HX-Request": "true", "HX-Target": "rows"})

    assert body(request, example) == "<ul id='rows'><li>&lt;i&gt;</li></ul>"


@pytest.mark.parametrize(
    "headers",
    [
        {"HX-Target": "rows"},
        {"HX-Request": "true"},
        {"HX-Request": "true", "HX-Target": "elsewhere"},
        {"HX-Request": "true", "HX-Target": "../secrets"},
        {"HX-Request": "true", "HX-Target": "rows", "HX-Boosted": "true"},
        {"HX-Request": "true", "HX-Target": "rows", "HX-History-Restore-Request": "true"},
    ],
)
def test_everything_else_gets_the_whole_page(example, headers: dict[str, str]):
    assert "<h1>" in body(asked(**headers), example)


def test_a_cache_never_mixes_page_and_fragment(example):
    assert page(asked(), example, {}).headers["Vary"] == "HX-Request, HX-Target"


def test_a_toast_travels_with_the_fragment_and_can_be_undone(example):
    request = asked(**{"HX-Request": "true", "HX-Target": "rows"})
    toast(request, "Handed over to <Anders>.", undo="/cases/7/undo/")

    shown = body(request, example)

    assert "Handed over to &lt;Anders&gt;." in shown
    assert 'action="/cases/7/undo/"' in shown
    assert 'hx-swap-oob="beforeend"' in shown


def test_a_problem_stays_until_it_is_closed():
    request = asked()
    toast_problem(request, "Someone else decided it.")

    waiting = toasts_of(request)

    assert [(each.text, each.problem, each.undo) for each in waiting] == [
        ("Someone else decided it.", True, "")
    ]


@pytest.mark.parametrize("template", ["web/base.html", "web/bare.html", "500.html"])
def test_the_shell_needs_no_context(template: str):
    assert "</html>" in get_template(template).render()


@pytest.mark.parametrize("template", ["400.html", "403.html", "403_csrf.html", "404.html"])
def test_every_error_says_what_to_do(template: str):
    assert 'href="/"' in render_to_string(template, {"exception": "No Case matches."})


def test_a_long_rail_keeps_the_rest_under_more():
    items = [{"label": f"Room {n}", "url": f"/{n}/", "icon": "inbox"} for n in range(6)]
    rail = get_template("web/parts/rail.html").render({"navigation": items})

    assert rail.count(">Room 3<") == 1
    assert rail.count(">Room 4<") == 2
    assert "More" in rail


def test_form_errors_stand_beside_their_field_and_in_the_summary():
    form = ExampleForm({"promise": "40"})

    shown = render_to_string("web/parts/form.html", {"form": form, "submit": "Save"})

    assert 'href="#id_promise"' in shown
    assert 'aria-describedby="id_promise_helptext id_promise_error"' in shown
    assert 'id="id_promise_error"' in shown


@pytest.mark.parametrize("show", [style_guide, style_case])
def test_every_part_is_shown_in_the_style_guide(show):
    assert show(asked()).status_code == 200
