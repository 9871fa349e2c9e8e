"""People say of a case that its data is sensitive, where the program did not see it."""

import json

import pytest

from samspil.core.masking import DataClass
from samspil.core.roles import Role
from samspil.journal.queries import about
from samspil.work.models import Case
from tests.factories import make_case, make_colleague
from tests.pages import words


def data_class_of(case):
    return Case.objects.get(pk=case.pk).data_class


@pytest.fixture
def asked(annas, process):
    def post(case, **wanted):
        return annas.post(f"/work/{case.public_id}/class/", wanted, follow=True)

    return post


def test_a_case_is_treated_as_sensitive_and_as_personal_again(annas, asked, process):
    case = make_case(process)
    assert "Treat as sensitive" in words(annas.get(f"/work/{case.public_id}/"))

    said = words(asked(case, special="yes"))

    assert "AI finishes nothing of it alone" in said
    assert "Treat as personal" in said
    assert data_class_of(case) == DataClass.SPECIAL
    asked(case, special="yes")
    asked(case)
    assert data_class_of(case) == DataClass.PERSONAL
    events = [one for one in about(str(case.public_id)) if one.event == "case_classed"]
    assert [json.loads(one.facts)["data_class"] for one in events] == ["special", "personal"]


def test_what_was_found_to_be_sensitive_stays_so(annas, asked, process):
    case = make_case(process, text="My number is 010180-1234.")

    said = words(asked(case))

    assert "An identity number was found in it" in said
    assert data_class_of(case) == DataClass.SPECIAL
    assert "Treat as personal" not in words(annas.get(f"/work/{case.public_id}/"))


def test_who_does_not_decide_cases_says_nothing_of_their_data(browser_of, process):
    case = make_case(process)
    reader = make_colleague(Role.EMPLOYEE)

    answer = browser_of(reader).post(f"/work/{case.public_id}/class/", {"special": "yes"})

    assert answer.status_code == 403
    assert data_class_of(case) == DataClass.PERSONAL
