"""The page by which a person's examples are forgotten: a look first, then for good."""

import pytest

from samspil.core.roles import Role
from samspil.teaching.models import Example, Lesson, Version
from tests.factories import make_case, make_colleague, teach
from tests.pages import source, words
from tests.teaching.conftest import BICYCLES, ROWS

pytestmark = pytest.mark.either

ANE = "ane@example.com"
LOOK, NOW = "/skills/forget/", "/skills/forget/now/"


@pytest.fixture
def shop(process):
    teach(process, texts=[text for text, _ in ROWS], topics=[topic for _, topic in ROWS])
    make_case(process, BICYCLES[3], sender=ANE)
    return process


@pytest.fixture
def owner(organisation):
    return make_colleague(Role.OWNER, name="Olga")


def test_a_look_tells_what_would_be_forgotten_and_changes_nothing(browser_of, guardian, shop):
    shown = words(browser_of(guardian).post(LOOK, {"address": ANE}))

    assert "They wrote in 1 case. 1 example is theirs." in shown
    assert "AI learns anew from what is left" in shown
    assert Example.objects.count() == 24


def test_then_it_is_forgotten_for_good(browser_of, guardian, shop):
    done = browser_of(guardian).post(NOW, {"address": ANE}, follow=True)

    assert "1 example was deleted for good. AI learns anew in 1 process." in words(done)
    assert Example.objects.count() == 23
    assert Lesson.objects.filter(stage="running").count() == 1


def test_the_versions_page_says_until_when_another_has_to_be_used(browser_of, guardian, shop):
    reader = browser_of(guardian)
    reader.post(NOW, {"address": ANE})

    versions = words(reader.get(f"/skills/{shop.public_id}/versions/"))
    skills = words(reader.get("/skills/"))

    for shown in (versions, skills):
        assert "Another has to be used in time" in shown
        assert "Choose the new version once it is there." in shown
    assert "Taught with 1 example of a person who is forgotten." in versions


def test_a_version_that_is_gone_for_it_says_why_and_offers_no_way_back(browser_of, owner, shop):
    reader = browser_of(owner)
    reader.post(NOW, {"address": ANE})
    starter = Version.objects.get(origin="starter")

    used = reader.post(f"/skills/versions/{starter.public_id}/use/", follow=True)
    old = Version.objects.get(origin="taught")
    versions = reader.get(f"/skills/{shop.public_id}/versions/")
    alone = words(reader.get(f"/skills/versions/{old.public_id}/"))

    assert f"versions/{old.public_id}/use/" not in source(used)
    assert "its file was deleted, because of the person who is forgotten" in words(versions)
    assert f"versions/{old.public_id}/use/" not in source(versions)
    assert "taught with what a person wrote who is forgotten: its file is gone" in alone


def test_the_case_leads_there_without_the_address_in_the_web_address(browser_of, owner, shop):
    case = make_case(shop, "Where is it?", sender=ANE)
    reader = browser_of(owner)

    link = f"{LOOK}?case={case.public_id}"
    led = source(reader.get(link))

    assert link in source(reader.get(f"/work/{case.public_id}/"))
    assert f'value="{ANE}"' in led


def test_whoever_may_not_see_cases_is_told_no_address_by_a_case(browser_of, guardian, shop):
    case = make_case(shop, "Where is it?", sender=ANE)

    assert ANE not in source(browser_of(guardian).get(f"{LOOK}?case={case.public_id}"))


@pytest.mark.parametrize("case", ["", "x", "01a20000-0000-7000-8000-000000000000", "\0"])
def test_a_case_that_is_none_leaves_the_field_empty(browser_of, owner, shop, case):
    answer = browser_of(owner).get(LOOK, {"case": case})

    assert answer.status_code == 200


def test_where_nothing_is_found_the_page_says_what_to_do(browser_of, guardian, shop):
    reader = browser_of(guardian)
    make_case(shop, "Something else", sender="bo@example.com")

    nobody = words(reader.post(LOOK, {"address": "nobody@example.com"}))
    untaught = words(reader.post(LOOK, {"address": "bo@example.com"}))

    assert "Perhaps they have another one" in nobody
    assert "Keep AI from learning" not in nobody
    assert "They wrote in 1 case. AI was taught nothing from it." in untaught
    assert "Keep AI from learning from these cases" in untaught


@pytest.mark.parametrize("address", ["", " ", "x" * 255, "a\0b"])
def test_nonsense_is_refused_and_nothing_is_forgotten(browser_of, owner, shop, address):
    reader = browser_of(owner)

    assert reader.post(LOOK, {"address": address}).status_code == 422
    assert "Nothing was forgotten" in words(reader.post(NOW, {"address": address}, follow=True))
    assert Example.objects.count() == 24


def test_what_is_typed_is_shown_as_text(browser_of, owner, shop):
    hostile = '"><script>alert(1)</script>'

    assert hostile not in source(browser_of(owner).post(LOOK, {"address": hostile}))


def test_leaders_see_no_way_there_and_are_refused(browser_of, leader, shop):
    reader = browser_of(leader)
    case = make_case(shop, "Where is it?", sender=ANE)

    pages = ("/skills/", f"/skills/{shop.public_id}/examples/", f"/work/{case.public_id}/")
    assert not [address for address in pages if LOOK in source(reader.get(address))]
    assert reader.post(LOOK, {"address": ANE}).status_code == 403
    assert reader.post(NOW, {"address": ANE}).status_code == 403
    assert Example.objects.count() == 24


def test_the_owner_finds_it_on_skills_and_examples(browser_of, owner, shop):
    reader = browser_of(owner)

    for address in ("/skills/", f"/skills/{shop.public_id}/examples/"):
        assert LOOK in source(reader.get(address))
