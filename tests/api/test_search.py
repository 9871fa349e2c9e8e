"""Find cases by program."""

from samspil.core.roles import Role
from tests.factories import make_case


def test_a_case_is_found_with_its_passage(program, process):
    case = make_case(process, "Where is my giraffe?")

    status, said = program.get("/cases/search", q="giraffes")

    assert status == 200
    assert [hit["case"]["id"] for hit in said["cases"]] == [str(case.public_id)]
    assert said["cases"][0]["excerpt"] == "Where is my giraffe?"
    assert said["cases"][0]["found"] == ["giraffe"]
    assert (said["total"], said["more"], said["whole"], said["next"]) == (1, False, True, None)


def test_pages_of_a_search_show_every_case_once(program, process):
    made = [str(make_case(process, "giraffe").public_id) for _ in range(5)]
    seen: list[str] = []
    after: dict[str, str] = {}

    for _ in range(3):
        _, said = program.get("/cases/search", q="giraffe", size=2, **after)
        seen += [hit["case"]["id"] for hit in said["cases"]]
        after = {"after": said["next"]}

    assert seen == made[::-1]
    assert after == {"after": None}


def test_a_place_nobody_gave_is_refused(program, process):
    status, said = program.get("/cases/search", q="giraffe", after="nonsense")

    assert (status, said["detail"]) == (422, "after: use what the page before gave as next.")


def test_whoever_may_not_see_cases_finds_none(program_of, process):
    make_case(process, "giraffe")

    assert program_of(Role.HR).get("/cases/search", q="giraffe")[0] == 403
