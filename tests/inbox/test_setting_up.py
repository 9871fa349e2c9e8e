"""A process owner sets up a public form."""

from xml.etree import ElementTree

import pytest
from django.core.cache import cache

from samspil.core.roles import Role
from samspil.inbox.forms import as_chosen
from samspil.inbox.models import PublicForm
from samspil.inbox.queries import plan_of
from samspil.journal.models import Entry
from samspil.web.qr import drawn
from tests.factories import make_colleague, make_process
from tests.inbox.forms import make_form, plan, stranger
from tests.pages import english, source, words


@pytest.fixture
def process(organisation):
    cache.clear()
    return make_process(name="Service")


@pytest.fixture
def owner(client_of, organisation):
    return english(client_of(make_colleague(Role.PROCESS_OWNER)))


def typed(**changes: object) -> dict[str, object]:
    """What one would send for a whole form."""
    chosen = {**as_chosen(plan()), **changes}
    return {name: "on" if value is True else value for name, value in chosen.items() if value}


def test_a_form_is_set_up_opened_moved_and_closed(process, owner):
    here = f"/processes/{process.public_id}/form/"

    assert owner.post(here, typed()).status_code == 302
    assert owner.post(f"{here}open/").status_code == 302
    assert owner.post(f"{here}move/", {"slug": "nordlys"}).status_code == 302
    opened = stranger().get("/f/nordlys/")
    owner.post(f"{here}close/")

    assert "Write to us" in words(opened)
    assert "closed at the moment" in words(stranger().get("/f/nordlys/"))
    events = list(Entry.objects.order_by("pk").values_list("event", flat=True))
    assert events[-4:] == ["form_changed", "form_opened", "form_moved", "form_closed"]


def test_what_was_set_up_is_shown_again_as_chosen(process, owner):
    owner.post(f"/processes/{process.public_id}/form/", typed(sites="https://shop.example"))

    kept = plan_of(PublicForm.objects.get())
    assert kept == plan(
        sites=("https://shop.example",),
        texts=kept.texts,
        own=kept.own,
        languages=("da", "de", "en"),
    )
    assert kept.own[0].choices["de"] == ["Rot", "Blau"]


def test_the_journal_names_what_changed_and_no_text(process, owner):
    here = f"/processes/{process.public_id}/form/"
    owner.post(here, typed())

    owner.post(here, typed(contact="Somewhere else 7"))

    entry = Entry.objects.filter(event="form_changed").latest("pk")
    assert '"changed":["contact"]' in entry.facts.replace(" ", "")
    assert "Somewhere" not in entry.facts


def test_a_form_without_its_notice_does_not_open_and_says_why(process, owner):
    here = f"/processes/{process.public_id}/form/"
    owner.post(here, typed(contact="", purpose_de=""))

    answer = owner.post(f"{here}open/")

    assert answer.status_code == 422
    assert "Say how the company can be reached." in words(answer)
    assert "Say in each language what for" in words(answer)
    assert PublicForm.objects.get().opened_at is None


def test_an_open_form_cannot_lose_its_notice(process, owner):
    form = make_form(process)

    answer = owner.post(f"/processes/{process.public_id}/form/", typed(privacy_url=""))

    assert answer.status_code == 422
    assert "Give the address of your privacy policy." in words(answer)
    form.refresh_from_db()
    assert form.privacy_url


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"sites": "shop.example"}, "is no website"),
        ({"sites": "https://shop.example; script-src *"}, "is no website"),
        ({"sites": "https://shop.example/page"}, "is no website"),
        ({"privacy_url": "javascript:alert(1)"}, "valid URL"),
        ({"keep_months": "0"}, "greater than or equal to 1"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_kept(process, owner, wrong, why):
    answer = owner.post(f"/processes/{process.public_id}/form/", typed(**wrong))

    assert answer.status_code == 422
    assert why in words(answer)
    assert not PublicForm.objects.exists()


def test_choices_must_be_as_many_in_each_language(process, owner):
    here = f"/processes/{process.public_id}/form/"
    owner.post(here, typed(own0_choices_de="Rot"))

    assert "same number of choices" in words(owner.post(f"{here}open/"))


def test_an_address_that_is_refused_stays_to_be_mended(process, owner):
    make_form(process)

    answer = owner.post(f"/processes/{process.public_id}/form/move/", {"slug": "Not Good"})

    assert answer.status_code == 422
    assert 'value="Not Good"' in source(answer)


def test_a_drawn_address_cannot_be_guessed(process, owner):
    make_form(process, slug="nordlys")

    owner.post(f"/processes/{process.public_id}/form/move/", {"draw": "yes", "slug": "other"})

    assert len(PublicForm.objects.get().slug) == 22
    assert stranger().get("/f/nordlys/").status_code == 404


def test_the_preview_shows_a_closed_form_and_sends_nothing(process, owner):
    owner.post(f"/processes/{process.public_id}/form/", typed())

    page = owner.get(f"/processes/{process.public_id}/form/preview/?lang=en")

    assert "AI reads and sorts what you write" in words(page)
    assert "disabled" in source(page)


def test_the_code_is_a_picture_of_squares():
    tree = ElementTree.fromstring(drawn("https://nordlys.example/f/nordlys/"))

    side = int(tree.attrib["viewBox"].split()[-1])
    squares = list(tree)[1].attrib["d"].count("M")
    assert side >= 29
    assert 150 < squares < side * side / 2


@pytest.mark.parametrize("role", [Role.EMPLOYEE, Role.REVIEWER, Role.HR, Role.DATA_PROTECTION])
@pytest.mark.parametrize("ending", ["", "open/", "close/", "move/", "preview/", "code.svg"])
def test_who_may_not_change_processes_gets_no_further(process, client_of, role, ending):
    make_form(process)
    reader = client_of(make_colleague(role))
    address = f"/processes/{process.public_id}/form/{ending}"

    assert reader.get(address).status_code in (403, 405)
    assert reader.post(address).status_code in (403, 405)


@pytest.mark.parametrize("role", [Role.OWNER, Role.LEADER, Role.PROCESS_OWNER, Role.ADVISER])
def test_who_may_change_processes_sees_the_form(process, client_of, role):
    reader = client_of(make_colleague(role))

    assert reader.get(f"/processes/{process.public_id}/form/").status_code == 200


def test_one_page_costs_the_same_with_many_fields(process, owner, django_assert_max_num_queries):
    owner.post(f"/processes/{process.public_id}/form/", typed())
    with django_assert_max_num_queries(12):
        owner.get(f"/processes/{process.public_id}/form/")
