"""A list of staff as a file: what its columns may be called, and what a row must hold."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from samspil.core.roles import Role, may_give
from samspil.core.staff_list import StaffEntry
from samspil.people.models import Colleague

COLUMNS: dict[str, tuple[str, ...]] = {
    "name": ("name", "navn", "full name", "fulde navn", "vollständiger name"),
    "email": ("email", "e-mail", "mail", "mailadresse", "e-mail-adresse", "emailadresse"),
    "roles": ("roles", "role", "roller", "rolle", "rollen"),
    "teams": ("teams", "team", "gruppe", "gruppen"),
    "languages": ("languages", "language", "sprog", "sprachen", "sprache"),
    "abilities": ("abilities", "skills", "kompetencer", "evner", "kenntnisse", "fähigkeiten"),
}
"""What a column may be called, our own name first."""
LANGUAGES = {
    "da": "da",
    "dansk": "da",
    "danish": "da",
    "dänisch": "da",
    "de": "de",
    "tysk": "de",
    "german": "de",
    "deutsch": "de",
    "en": "en",
    "engelsk": "en",
    "english": "en",
    "englisch": "en",
}
FORMULA = ("=", "+", "-", "@", "\t", "\r")
BETWEEN = re.compile(r"[,;|/\n]")
LONGEST = 200
MOST_WORDS = 20


class BadRow(ValueError):
    """This row is no colleague; the sentence says why and what to do."""


class NoColumns(ValueError):
    """The table lacks a column nobody can do without; the message is fit to show to a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongRow:
    """A row that is left out, counted from 1 as a spreadsheet does."""

    row: int
    sentence: str


def staff_of(table: Iterable[Sequence[str]], *, by: Colleague) -> Iterator[StaffEntry | WrongRow]:
    """The people of a table, header first; raises `NoColumns`. `by` limits which roles it gives."""
    rows = iter(table)
    header = next(rows, ())
    columns = _columns(header)
    seen: set[str] = set()
    for row, cells in enumerate(chain(rows), start=2):
        if not any(cell.strip() for cell in cells):
            continue
        try:
            entry = _entry(_values(cells, columns), row=row, by=by)
            if entry.email in seen:
                raise BadRow(_("This address stands twice in the list: keep one row."))
        except BadRow as why:
            yield WrongRow(row=row, sentence=str(why))
        else:
            seen.add(entry.email)
            yield entry


def role_of(word: str) -> Role:
    """The role of this name; raises `BadRow`."""
    key = "_".join(word.casefold().replace("-", " ").split())
    try:
        return Role(ROLE_NAMES.get(key, key))
    except ValueError:
        known = ", ".join(Role)
        sentence = _("There is no role “%(role)s”. There are: %(known)s.")
        raise BadRow(sentence % {"role": word[:40], "known": known}) from None


ROLE_NAMES = {
    "ejer": "owner",
    "inhaber": "owner",
    "eigentümer": "owner",
    "leder": "leader",
    "leitung": "leader",
    "teamleder": "leader",
    "führungskraft": "leader",
    "procesejer": "process_owner",
    "prozessverantwortlich": "process_owner",
    "sagsbehandler": "reviewer",
    "bearbeitung": "reviewer",
    "sachbearbeitung": "reviewer",
    "medarbejder": "employee",
    "mitarbeiter": "employee",
    "beschäftigte": "employee",
    "personale": "hr",
    "personal": "hr",
}
"""What people write for a role in a list, beside its own name."""


def _columns(header: Sequence[str]) -> dict[str, int]:
    given = {" ".join(cell.casefold().split()): place for place, cell in enumerate(header)}
    found = {
        field: next((given[name] for name in names if name in given), None)
        for field, names in COLUMNS.items()
    }
    columns = {field: place for field, place in found.items() if place is not None}
    if missing := [name for name in ("name", "email") if name not in columns]:
        raise NoColumns(
            _("The first row must name the columns; this one is missing: %(missing)s.")
            % {"missing": ", ".join(missing)}
        )
    return columns


def _values(cells: Sequence[str], columns: Mapping[str, int]) -> dict[str, str]:
    """The cells by column; a column the file does not have is not among them."""
    values = {
        field: " ".join(cells[place].replace("\0", "").split(" ")).strip(" ")
        if place < len(cells)
        else ""
        for field, place in columns.items()
    }
    for value in values.values():
        if value.startswith(FORMULA):
            raise BadRow(_("A cell begins like a formula (=, +, -, @): write plain words."))
        if len(value) > LONGEST:
            raise BadRow(_("A cell is longer than %(most)d characters.") % {"most": LONGEST})
    return values


def _entry(values: Mapping[str, str], *, row: int, by: Colleague) -> StaffEntry:
    name, email = " ".join(values["name"].split()), values["email"].strip().lower()
    if not name:
        raise BadRow(_("There is no name."))
    try:
        validate_email(email)
    except ValidationError:
        raise BadRow(_("“%(email)s” is not a mail address.") % {"email": email[:80]}) from None
    return StaffEntry(
        email=email,
        name=name,
        roles=_roles(values.get("roles"), by=by),
        teams=_words(values.get("teams")),
        languages=_languages(values.get("languages")),
        abilities=_words(values.get("abilities")),
        row=row,
    )


def _roles(value: str | None, *, by: Colleague) -> tuple[str, ...] | None:
    """An empty cell says nothing: nobody loses their roles because a list leaves them open."""
    words = _words(value)
    if not words:
        return None
    roles = tuple(dict.fromkeys(role_of(word) for word in words))
    for role in roles:
        if not may_give(by.role_set, role):
            raise BadRow(_("You may not give the role “%(role)s”.") % {"role": role})
    return tuple(str(role) for role in roles)


def _languages(value: str | None) -> tuple[str, ...] | None:
    words = _words(value)
    if words is None:
        return None
    unknown = [word for word in words if word.casefold() not in LANGUAGES]
    if unknown:
        sentence = _("The language “%(language)s” is not known here: use da, de or en.")
        raise BadRow(sentence % {"language": unknown[0][:40]})
    return tuple(dict.fromkeys(LANGUAGES[word.casefold()] for word in words))


def _words(value: str | None) -> tuple[str, ...] | None:
    if value is None:
        return None
    words = (" ".join(word.split()) for word in BETWEEN.split(value))
    return tuple(dict.fromkeys(word for word in words if word))[:MOST_WORDS]
