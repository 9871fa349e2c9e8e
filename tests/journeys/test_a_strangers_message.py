"""A stranger writes by a public form on a phone, comes back for the answer, and writes again."""

import pytest
from django.core.cache import cache
from django.utils import timezone
from playwright.sync_api import expect

from samspil.core.lifecycle import Stage
from samspil.core.roles import Role
from samspil.inbox.models import PublicForm
from samspil.people.actions import form_team, take_on_ai
from samspil.tenancy.actions import enter
from samspil.work import actions as work
from samspil.work.models import Case
from tests.factories import make_colleague, make_process
from tests.inbox.forms import make_form

ANSWER = "Hej Anne. Din pumpe er på vej og er hos dig på fredag."


@pytest.fixture
def birgit(transactional_db, organisation, home):
    cache.clear()
    birgit = make_colleague(Role.REVIEWER, Role.PROCESS_OWNER, name="Birgit Madsen")
    take_on_ai(name="Triage", skill="triage")
    return birgit


@pytest.fixture
def form(birgit) -> PublicForm:
    process = make_process(team=form_team(name="Kundeservice", members=[birgit]))
    return make_form(process, by=birgit, slug="nordlys")


@pytest.mark.parametrize("width", [360])
def write(page, screenshot, axe, problems):
    """A stranger reads what happens, forgets the message, then writes it; gives the secret page."""
    page.goto("/f/nordlys/")
    screenshot("form-360")
    page.get_by_text("Hvad der sker med det, du skriver").click()
    axe(page)
    screenshot("form-told-360")
    page.get_by_label("Dit navn").fill("Anne Holm")
    page.get_by_role("button", name="Send").click()
    expect(page.locator(".errors")).to_be_visible()
    axe(page)
    screenshot("form-error-360")
    problems.clear()  # the refused form is a 422
    page.get_by_label("Din besked").fill("Hvornår kommer min pumpe? Ordre 4711.")
    page.wait_for_timeout(3_100)  # nobody fills in a form in less
    page.get_by_role("button", name="Send").click()
    page.wait_for_url("**/f/status/**")
    return page.url


def answer(page, screenshot, case):
    """A colleague takes the case and answers it."""
    page.goto(f"/work/{case.public_id}/")
    expect(page.get_by_text("Anne Holm").first).to_be_visible()
    screenshot("case-by-form-360")
    page.get_by_role("button", name="Tag sagen").click()
    page.goto(f"/work/{case.public_id}/?change")
    page.locator("textarea[name=answer]").fill(ANSWER)
    page.get_by_role("button", name="Send").click()
    page.wait_for_url("**/work/**")


def test_a_stranger_is_answered(
    page, sign_in, screenshot, axe, birgit, form, organisation, problems
):
    key = write(page, screenshot, axe, problems)
    expect(page.get_by_role("heading", name="Vi har din besked")).to_be_visible()
    expect(page.locator(".errors")).to_have_count(0)
    axe(page)
    screenshot("form-receipt-360")

    with enter(organisation):
        case = Case.objects.get()
        work.propose_and_route([case.pk], at=timezone.now())
    sign_in(birgit)
    answer(page, screenshot, case)

    page.context.clear_cookies()
    page.goto(key)
    expect(page.get_by_role("heading", name="Dit svar er her")).to_be_visible()
    expect(page.get_by_text(ANSWER)).to_be_visible()
    expect(page.get_by_text("Birgit")).to_have_count(0)
    screenshot("form-answered-360")
    page.get_by_label("Skriv mere").fill("Tak! Kan den komme lørdag?")
    page.wait_for_timeout(3_100)
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("Kan den komme lørdag?")).to_be_visible()
    axe(page)
    screenshot("form-again-360")

    with enter(organisation):
        case.refresh_from_db()
    assert (case.stage, case.round) == (Stage.ARRIVED, 2)


def test_a_browser_keeps_no_cookie_of_a_stranger(page, form):
    page.goto("/f/nordlys/")
    page.get_by_label("Din besked").fill("Hvornår kommer min pumpe?")
    page.wait_for_timeout(3_100)
    page.get_by_role("button", name="Send").click()
    page.wait_for_url("**/f/status/**")

    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


@pytest.mark.parametrize(
    ("language", "width", "scheme"),
    [("de", 360, "dark")],
)
def test_everybody_can_read_it(page, screenshot, axe, form, language, width, scheme):
    page.goto("/f/nordlys/")
    page.locator(".told > summary").first.click()
    axe(page)
    screenshot(f"form-{language}-{width}")


@pytest.mark.parametrize("language", ["da"])
@pytest.mark.parametrize("width", [360])
def test_a_form_is_set_up(page, sign_in, screenshot, axe, birgit, width, problems):
    process = make_process(name="Kundeservice")
    sign_in(birgit)
    page.goto(f"/processes/{process.public_id}/form/")
    page.get_by_role("checkbox", name="Dansk").check()
    page.locator("#id_title_da").fill("Skriv til os")
    page.locator("#id_purpose_da").fill("For at svare dig.")
    page.get_by_role("button", name="Gem", exact=True).click()
    page.get_by_role("button", name="Åbn formularen").click()
    expect(page.get_by_text("Formularen kan ikke åbnes endnu:")).to_be_visible()
    axe(page)
    screenshot(f"form-setup-lacks-{width}")
    problems.clear()  # the refused opening is a 422
    page.get_by_label("Hvordan virksomheden kan kontaktes").fill("Nordlys, Havnegade 1")
    page.get_by_label("Adressen på jeres privatlivspolitik").fill("https://nordlys.example/privat")
    page.get_by_role("button", name="Gem", exact=True).click()
    page.get_by_role("button", name="Åbn formularen").click()
    expect(page.get_by_role("button", name="Luk formularen")).to_be_visible()
    page.locator("#slug").fill("nordlys")
    page.get_by_role("button", name="Brug denne adresse").click()
    expect(page.locator("#address")).to_have_value("http://localhost:8000/f/nordlys/")
    axe(page)
    screenshot(f"form-setup-{width}")
    page.goto("/f/nordlys/")
    expect(page.get_by_role("heading", name="Skriv til os")).to_be_visible()
