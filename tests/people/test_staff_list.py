"""A list of staff is looked at, taken over, and brought in again."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from samspil.adapters.tables import UnreadableTable
from samspil.core.roles import Role
from samspil.core.staff_list import difference, from_row
from samspil.people import actions
from samspil.people.models import Colleague, StaffList, Team, User
from samspil.people.queries.staff import entries, teams_of
from samspil.people.queries.staff_file import NoColumns
from samspil.tenancy.actions import enter
from tests.factories import MONDAY_9, make_colleague
from tests.pages import english, source, words

pytestmark = pytest.mark.either

LIST = (
    "Navn;E-mail;Rolle;Team;Sprog\n"
    "Åse Ørsted;aase@example.com;sagsbehandler;Kundeservice;dansk, tysk\n"
    "Bo Dahl;bo@example.com;;Kundeservice, Lager;\n"
)


@pytest.fixture
def owner(organisation):
    return make_colleague(Role.OWNER, name="Anna", email="anna@example.com")


def keep(owner: Colleague, raw: bytes | str, name: str = "staff.csv") -> StaffList:
    content = raw.encode() if isinstance(raw, str) else raw
    return actions.keep_list(BytesIO(content), name=name, by=owner, at=MONDAY_9)


def take(owner: Colleague, raw: bytes | str):
    return actions.apply_list(keep(owner, raw), by=owner, at=MONDAY_9)


def sentences(kept: StaffList) -> list[str]:
    return [error["sentence"] for error in kept.errors]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_list_is_read_whatever_its_encoding(owner, encoding):
    kept = keep(owner, LIST.encode(encoding))

    assert [row["name"] for row in kept.rows] == ["Åse Ørsted", "Bo Dahl"]
    assert list(kept.rows[0]["languages"]) == ["da", "de"]


def test_looking_changes_nothing(owner):
    keep(owner, LIST)

    assert [one.email for one in entries()] == ["anna@example.com"]


def test_taking_over_adds_people_with_roles_and_teams(owner):
    take(owner, LIST)

    aase = Colleague.objects.get(name="Åse Ørsted")
    bo = Colleague.objects.get(name="Bo Dahl")
    assert aase.role_set == {Role.REVIEWER}
    assert bo.role_set == {Role.EMPLOYEE}
    assert teams_of(bo) == ["Kundeservice", "Lager"]
    assert not User.objects.get(email="bo@example.com").has_usable_password()


def test_the_same_list_again_changes_nothing(owner):
    take(owner, LIST)

    again = take(owner, LIST)

    assert (len(again.new), len(again.changed), len(again.unchanged)) == (0, 0, 2)
    assert Team.objects.count() == 2


def test_a_list_names_new_changed_unchanged_and_missing(owner):
    take(owner, LIST)
    kept = keep(
        owner,
        "name;email\nAase Ørsted;AASE@example.com\nBo Dahl;bo@example.com\nCy;cy@example.com\n",
    )

    found = difference([from_row(row) for row in kept.rows], here=entries())

    assert [one.email for one in found.new] == ["cy@example.com"]
    assert [(one.after.email, one.fields) for one in found.changed] == [
        ("aase@example.com", ("name",))
    ]
    assert [one.email for one in found.unchanged] == ["bo@example.com"]
    assert [one.email for one in found.missing] == ["anna@example.com"]


def test_nobody_goes_because_a_list_does_not_name_them(owner):
    take(owner, LIST)

    take(owner, "name;email\nCy;cy@example.com\n")

    assert Colleague.objects.filter(left_at__isnull=True).count() == 4


def test_whoever_left_does_not_come_back_by_a_list(owner):
    take(owner, LIST)
    actions.let_go(Colleague.objects.get(name="Bo Dahl"), by=owner, at=MONDAY_9)

    again = take(owner, LIST)

    assert again.new == []
    assert Colleague.objects.get(name="Bo Dahl").left_at == MONDAY_9


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("=cmd|'/c calc'!A1;a@example.com;", "formula"),
        ("@SUM(A1);a@example.com;", "formula"),
        ("Bo;not an address;", "not a mail address"),
        (";a@example.com;", "no name"),
        ("Bo;a@example.com;emperor", "no role"),
        ("Bo" + "o" * 300 + ";a@example.com;", "longer than"),
    ],
)
def test_a_wrong_row_is_named_and_the_others_come_in(owner, row, said, settings):
    settings.LANGUAGE_CODE = "en"

    kept = keep(owner, f"name;email;roles\n{row}\nCy;cy@example.com;\n")

    assert [error["row"] for error in kept.errors] == [2]
    assert said in sentences(kept)[0]
    assert [one["name"] for one in kept.rows] == ["Cy"]


def test_an_address_that_stands_twice_is_taken_once(owner):
    kept = keep(owner, "name;email\nBo;bo@example.com\nBo Dahl;BO@example.com\n")

    assert [one["name"] for one in kept.rows] == ["Bo"]
    assert kept.errors[0]["row"] == 3


def test_a_leaders_list_gives_no_role_that_allows_more(owner):
    leader = make_colleague(Role.LEADER)

    kept = keep(leader, "name;email;roles\nBo;bo@example.com;owner\n")

    assert kept.rows == []
    assert kept.errors[0]["row"] == 2


def test_a_sheet_with_formulas_is_read_as_words(owner):
    book = Workbook()
    book.active.append(["name", "email", "roles"])
    book.active.append(['=HYPERLINK("http://example.com")', "a@example.com", ""])
    book.active.append(["Bo", "bo@example.com", "reviewer"])
    out = BytesIO()
    book.save(out)

    kept = keep(owner, out.getvalue(), "staff.xlsx")

    assert [error["row"] for error in kept.errors] == [2]
    assert [list(one["roles"]) for one in kept.rows] == [["reviewer"]]


def test_a_sheet_that_expands_itself_is_refused(owner):
    book = Workbook()
    book.active.append(["name", "email"])
    plain, out = BytesIO(), BytesIO()
    book.save(plain)
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "ha">{bomb}]>'
    with ZipFile(plain) as whole, ZipFile(out, "w", ZIP_DEFLATED) as packed:
        for part in whole.namelist():
            content = whole.read(part).decode()
            if part == "xl/worksheets/sheet1.xml":
                content = head + content.replace(">name<", ">&e9;<", 1)
            packed.writestr(part, content)

    with pytest.raises(UnreadableTable):
        keep(owner, out.getvalue(), "staff.xlsx")


@pytest.mark.parametrize("raw", [b"", b"\x00\x01\x02", b"PK\x03\x04broken", b'name;email\n"open'])
def test_a_file_that_is_no_table_is_refused_with_a_sentence(owner, raw):
    with pytest.raises((UnreadableTable, NoColumns)):
        keep(owner, raw)

    assert not StaffList.objects.exists()


def test_a_list_without_names_says_which_column_is_missing(owner):
    with pytest.raises(NoColumns, match="name"):
        keep(owner, "email\nbo@example.com\n")


def test_ten_thousand_people_come_in_at_once(owner):
    rows = "".join(f"Person {n};person{n}@example.com;Team {n % 20}\n" for n in range(10_000))

    done = take(owner, "name;email;teams\n" + rows)

    assert len(done.new) == 10_000
    assert Colleague.objects.count() == 10_001
    assert Team.objects.count() == 20


def test_a_list_that_would_leave_no_owner_changes_nothing(owner):
    with pytest.raises(actions.LastOwner):
        take(owner, "name;email;roles\nAnna;anna@example.com;employee\nBo;bo@example.com;\n")

    assert Colleague.objects.count() == 1


# the pages


def test_the_page_shows_what_changes_and_takes_it_over(owner, client_of):
    client = english(client_of(owner))
    file = BytesIO(LIST.encode())
    file.name = "staff.csv"

    kept = client.post("/people/list/", {"file": file})
    look = words(client.get(kept["Location"]))
    client.post(kept["Location"] + "apply/")

    assert "new 2, changed 0, unchanged 0, here but not in the list 1" in look
    assert "2 people added, 0 changed" in words(client.get("/people/"))
    assert client.get(kept["Location"]).status_code == 404


def test_a_list_of_another_organisation_is_not_there(owner, other_organisation, client_of):
    kept = keep(owner, LIST)
    with enter(other_organisation):
        client = client_of(make_colleague(Role.OWNER))

    path = f"/people/list/{kept.public_id}/"

    assert client.get(path).status_code == 404
    assert client.post(f"{path}apply/").status_code == 404
    assert client.post(f"{path}discard/").status_code == 404


def test_a_discarded_list_is_gone(owner, client_of):
    kept = keep(owner, LIST)

    client_of(owner).post(f"/people/list/{kept.public_id}/discard/")

    assert not StaffList.objects.exists()


def test_an_export_can_be_brought_in_again_and_holds_no_formulas(owner, client_of):
    take(owner, LIST)
    Colleague.objects.filter(name="Bo Dahl").update(abilities=["=1+1"])
    client = client_of(owner)

    csv = client.get("/people/staff.csv").content
    sheet = load_workbook(BytesIO(client.get("/people/staff.xlsx").content))

    assert "'=1+1" in csv.decode("utf-8-sig")
    assert "\n=1" not in csv.decode("utf-8-sig")
    cells = [cell.value for row in sheet.worksheets[0].iter_rows() for cell in row]
    assert "'=1+1" in cells
    again = keep(owner, csv)
    assert again.errors == []
    assert "aase@example.com" in source(client.get("/people/"))
