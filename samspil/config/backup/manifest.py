"""What a backup says about itself."""

import hmac
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256

FORMAT = 1
SQLITE_FILE = "samspil.sqlite3"
POSTGRESQL_FILE = "database.dump"
PARTS_FILE = "parts.txt"
MANIFEST_FILE = "manifest.json"
RESERVED = frozenset({SQLITE_FILE, POSTGRESQL_FILE, PARTS_FILE, MANIFEST_FILE})
"""Names of the top folder that no file of the home may take in a backup."""

Rows = Sequence[Sequence[object]]
Ask = Callable[[str, Sequence[object]], Rows]
"""Runs a statement with `?` for its values, and gives all rows."""


class BackupFailed(Exception):
    """A backup could not be taken or restored; the message is fit to show to an operator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What the database holds of one organisation; `sequence` and `seal` end its journal."""

    organisation: str
    cases: int
    sequence: int
    seal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a database says about its content, at one instant."""

    held: tuple[Held, ...]
    migrations: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """`made_at` is ISO 8601 in UTC; `journal_key` tells a key without giving it away."""

    program: str
    made_at: str
    database: str
    with_keys: bool
    journal_key: str
    facts: Facts
    parts: int
    parts_sha256: str

    def written(self) -> bytes:
        """As it stands in the file."""
        return json.dumps({"format": FORMAT, **asdict(self)}, indent=1).encode()


def read_manifest(content: bytes) -> Manifest:
    """The other way round; raises `BackupFailed`."""
    try:
        fields = json.loads(content)
        if fields.pop("format") != FORMAT:
            raise BackupFailed("This backup was made by a version of Samspil not known here.")
        facts = fields.pop("facts")
        held = tuple(Held(**one) for one in facts["held"])
        return Manifest(
            facts=Facts(held=held, migrations=tuple(facts["migrations"])),
            **fields,
        )
    except (ValueError, KeyError, TypeError) as why:
        raise BackupFailed(f"The manifest of this backup is damaged: {why}.") from why


def key_sign(key: bytes) -> str:
    """By which a key is recognised; the key cannot be had from it."""
    return hmac.new(key, b"samspil backup", sha256).hexdigest()[:16]


def read_facts(ask: Ask, *, enter: Callable[[int], object]) -> Facts:
    """Ask a database; `enter` is told each organisation before its rows are read."""
    held = []
    for pk, public_id in ask("SELECT id, public_id FROM tenancy_organisation ORDER BY id", []):
        enter(int(str(pk)))
        cases = ask("SELECT count(*) FROM work_case WHERE organisation_id = ?", [pk])
        ends = ask("SELECT sequence, seal FROM journal_head WHERE organisation_id = ?", [pk])
        sequence, seal = ends[0] if ends else (0, "")
        held.append(
            Held(
                organisation=str(public_id).replace("-", ""),
                cases=int(str(cases[0][0])),
                sequence=int(str(sequence)),
                seal=str(seal),
            )
        )
    steps = ask("SELECT app, name FROM django_migrations ORDER BY app, name", [])
    return Facts(held=tuple(held), migrations=tuple(f"{app}.{name}" for app, name in steps))
