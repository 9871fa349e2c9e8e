"""A throwaway installation to measure in, and the data that benchmarks read."""

import atexit
import csv
import logging
import os
import shutil
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent


def data(*parts: str) -> Path | None:
    """A file of the public data sets; None (and a word) where it is absent."""
    folder = Path(os.environ.get("SAMSPIL_DATA", HERE.parent.parent / "shared" / "data"))
    path = folder.joinpath(*parts)
    if path.exists():
        return path
    print(f"skipped: {'/'.join(parts)} is not in $SAMSPIL_DATA")
    return None


def fresh_home(
    kept: Path | None = None, *, database: str = "sqlite", embedding: str = "off"
) -> Path:
    """A home with an empty database, ready for Django; gone when the program ends unless `kept`."""
    home = kept or Path(tempfile.mkdtemp(prefix="samspil-bench-"))
    home.mkdir(parents=True, exist_ok=True)
    if kept is None:
        atexit.register(shutil.rmtree, home, ignore_errors=True)
    for name in [name for name in os.environ if name.startswith("SAMSPIL_")]:
        if name != "SAMSPIL_DATA":
            del os.environ[name]
    os.environ["SAMSPIL_HOME"] = str(home)
    os.environ["SAMSPIL_EMBEDDING"] = embedding
    os.environ["DJANGO_SETTINGS_MODULE"] = "samspil.config.settings"
    if database == "postgresql":
        os.environ |= _on_postgresql()
    import django

    django.setup()
    logging.getLogger("samspil.requests").setLevel(logging.WARNING)  # a line each would fill pages
    from django.core.management import call_command

    call_command("prepare", verbosity=0)
    return home


def _on_postgresql() -> dict[str, str]:
    """Start a server of our own that ends with us, and say where it is."""
    from tests import postgresql

    server = postgresql.start(settings=postgresql.LASTING)
    server.create_database("bench")
    return {
        "SAMSPIL_DATABASE_URL": server.address(role=postgresql.APPLICATION, database="bench"),
        "SAMSPIL_OWNER_DATABASE_URL": server.address(role=postgresql.OWNER, database="bench"),
    }


def messages(count: int) -> list[str]:
    """Real questions (Banking77), or authored ones where that set is absent, repeated as needed."""
    path = data("banking77", "train.csv")
    if path is None:
        path = HERE.parent / "samspil" / "demo" / "banking77" / "train.csv"
    with path.open(encoding="utf-8", newline="") as file:
        texts = [row["text"] for row in csv.DictReader(file)]
    return [texts[number % len(texts)] for number in range(count)]
