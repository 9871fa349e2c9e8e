"""What can be wrong with an installation, and what to do about it."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from samspil.adapters import embedding, jobs
from samspil.adapters.models import Heartbeat
from samspil.adapters.reading import WANTED, recogniser
from samspil.config.backup import last_backup
from samspil.config.proxies import Proxies
from samspil.founding.queries import start_words
from samspil.governance.queries import troubled_servers
from samspil.journal.queries import verify
from samspil.skills.registry import load_skill
from samspil.teaching.queries.versions import behind_the_embedding
from samspil.tenancy.actions import enter
from samspil.tenancy.queries import every_organisation
from samspil.trust.queries import back_again
from samspil.work.queries import (
    all_deserted,
    index_is_whole,
    missing_triggers,
    model_folder,
    wrong_tallies,
)

LEAST_FREE = 500 * 1024 * 1024
"""Bytes that should be left on the disk of the home."""
SILENT_AFTER = timedelta(seconds=30)
BACKUP_EVERY = timedelta(days=7)
KEYS = ("secret", "journal", "mark", "files", "start")
OTHERS = 0o077


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing looked at. `mend` says what to do; empty when all is well."""

    what: str
    said: str
    mend: str = ""


def examine() -> Iterator[Finding]:
    """Look at everything; where the database is not ready, at what can be seen without it."""
    yield from _home()
    yield _backup()
    yield _proxies()
    yield _sqlite()
    ready = _migrations()
    yield ready
    if ready.mend:
        return
    for look in _INSIDE:
        yield look()


def _home() -> Iterator[Finding]:
    home = Path(settings.SAMSPIL_HOME)
    free = shutil.disk_usage(home).free
    low = f"Free space on the disk of {home}." if free < LEAST_FREE else ""
    yield Finding(what="disk", said=f"{free // 2**20:,} MB free", mend=low)
    may_write = os.access(home, os.W_OK)
    mend = "" if may_write else f"Let the account that runs Samspil write to {home}."
    yield Finding(what="home", said=str(home), mend=mend)
    for name in KEYS:
        path = home / "keys" / f"{name}.key"
        open_to_others = path.stat().st_mode & OTHERS
        mend = f"Run: chmod 600 {path}" if open_to_others else ""
        yield Finding(what=f"key {name}", said=str(path), mend=mend)


def _backup() -> Finding:
    """A home is given a week before its first backup is missed."""
    noted = last_backup()
    first_key = Path(settings.SAMSPIL_HOME) / "keys" / "secret.key"
    since = noted or datetime.fromtimestamp(first_key.stat().st_mtime, UTC)
    late = timezone.now() - since > BACKUP_EVERY
    mend = "Run: samspil backup FILE.tar (docs/guides/operations.md)" if late else ""
    said = f"last on {noted:%Y-%m-%d %H:%M} UTC" if noted else "none yet"
    return Finding(what="backup", said=said, mend=mend)


def _proxies() -> Finding:
    """With https, something stands in front; unless it is trusted, all visitors look like it."""
    trusted: Proxies = settings.TRUSTED_PROXIES
    if trusted.count or trusted.networks:
        return Finding(what="proxies", said="what the trusted ones say about visitors is believed")
    if not settings.SECURE_BROWSER:
        return Finding(what="proxies", said="none")
    mend = "Set SAMSPIL_TRUSTED_PROXIES, or all visitors share one limit (docs/settings.md)."
    return Finding(what="proxies", said="none trusted, though the address is https", mend=mend)


def _sqlite() -> Finding:
    return Finding(what="SQLite library", said=sqlite3.sqlite_version)


def _migrations() -> Finding:
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    said = f"{connection.vendor}, {len(plan)} updates missing" if plan else connection.vendor
    return Finding(what="database", said=said, mend="Run: samspil prepare" if plan else "")


def _role() -> Finding:
    if connection.vendor != "postgresql":
        return Finding(what="database role", said="not needed on SQLite")
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        (too_mighty,) = cursor.fetchone()
    mend = "Connect as a role without SUPERUSER and BYPASSRLS: see docs/settings.md."
    return Finding(
        what="database role",
        said="can step around row security" if too_mighty else "bound by row security",
        mend=mend if too_mighty else "",
    )


def _queue() -> Finding:
    try:
        jobs.check_prepared()
    except jobs.NotPrepared as why:
        return Finding(what="background jobs", said=str(why), mend="Run: samspil prepare")
    failed = jobs.failed()
    mend = f"See why the first failed: {failed[0].why.splitlines()[-1]}" if failed else ""
    said = f"{jobs.waiting()} waiting, {len(failed)} given up"
    return Finding(what="background jobs", said=said, mend=mend)


def _workers() -> Finding:
    since = timezone.now() - SILENT_AFTER
    alive = Heartbeat.objects.filter(beat_at__gte=since).count()
    mend = "" if alive else "Start one: samspil worker, or samspil serve --with-worker"
    return Finding(what="workers", said=f"{alive} alive", mend=mend)


def _embedding() -> Finding:
    trouble = embedding.trouble()
    found = embedding.chosen()
    said = found.name if found else "switched off" if not trouble else "AI works without it"
    return Finding(what="embedding", said=said, mend=trouble)


def _skill() -> Finding:
    skill = load_skill("triage", "", folder=model_folder(), embedder=embedding.chosen())
    return Finding(what="skill triage", said=f"version {skill.version}")


def _taught() -> Finding:
    behind = []
    for organisation in every_organisation():
        with enter(organisation):
            behind += [f"{organisation.name}: {one.name}" for one in behind_the_embedding()]
    names = ", ".join(behind)
    said = f"by words only, taught with another embedding: {names}" if behind else "up to date"
    mend = "Open Skills and press “Teach anew from the same examples”" if behind else ""
    return Finding(what="taught skills", said=said, mend=mend)


def _translations() -> Finding:
    compiled = list(Path(settings.LOCALE_PATHS[0]).glob("*/LC_MESSAGES/django.mo"))
    mend = "" if len(compiled) == len(settings.LANGUAGES) - 1 else "Run: script/setup"
    return Finding(what="translations", said=f"{len(compiled)} compiled", mend=mend)


def _organisations() -> Finding:
    said = start_words() or f"{len(every_organisation())} founded"
    return Finding(what="organisations", said=said)


def _tallies() -> Finding:
    if missing := missing_triggers():
        said = f"{len(missing)} triggers missing"
        return Finding(what="tallies", said=said, mend="Run: samspil prepare")
    wrong = 0
    for organisation in every_organisation():
        with enter(organisation):
            wrong += len(wrong_tallies())
    mend = "Run: samspil tallies mend" if wrong else ""
    return Finding(what="tallies", said=f"{wrong or 'none'} wrong", mend=mend)


def _closed() -> Finding:
    nobody = []
    for organisation in every_organisation():
        with enter(organisation):
            nobody += [f"{organisation.name}: {one.name}" for one in all_deserted()]
    names = ", ".join(nobody)
    said = f"nobody is in a team of {names}" if nobody else "each has people in its teams"
    mend = "Put somebody into a team of it; until then leaders see its cases" if nobody else ""
    return Finding(what="closed processes", said=said, mend=mend)


def _index() -> Finding:
    behind = []
    for organisation in every_organisation():
        with enter(organisation):
            if not index_is_whole():
                behind.append(organisation.name)
    mend = "A worker builds it; at once: samspil index" if behind else ""
    said = f"not whole in {', '.join(behind)}" if behind else "whole"
    return Finding(what="search index", said=said, mend=mend)


def _erased() -> Finding:
    """A backup older than an erasure brings the person back."""
    back = 0
    for organisation in every_organisation():
        with enter(organisation):
            back += len(back_again())
    mend = "See whose: samspil erase --again (docs/guides/data-protection.md)" if back else ""
    said = f"{back} erased addresses are here again" if back else "nobody is back"
    return Finding(what="erased people", said=said, mend=mend)


def _models() -> Finding:
    """A language model that fails, or whose key cannot be read, is of no use to anybody."""
    count, troubled = 0, []
    for organisation in every_organisation():
        with enter(organisation):
            found = troubled_servers(at=timezone.now())
            count += found.on
        troubled += [f"{organisation.name}: {name}" for name in found.names]
    mend = f"Look at it, or switch it off: {', '.join(troubled)}" if troubled else ""
    return Finding(what="language models", said=f"{count or 'none'} in use", mend=mend)


def _journal() -> Finding:
    entries, broken = 0, []
    for organisation in every_organisation():
        with enter(organisation):
            verdict = verify()
        entries += verdict.entries
        if not verdict.whole:
            broken.append(organisation.name)
    mend = f"Run: samspil journal verify ({', '.join(broken)})" if broken else ""
    return Finding(what="journal", said=f"{entries:,} entries", mend=mend)


def _ocr() -> Finding:
    if not settings.OCR:
        return Finding(what="scanned pages", said="not read (SAMSPIL_OCR is off)")
    found = recogniser(settings.OCR)
    if found is None:
        mend = "Install it: apt-get install tesseract-ocr tesseract-ocr-dan tesseract-ocr-deu"
        return Finding(what="scanned pages", said=f"there is no {settings.OCR}", mend=mend)
    missing = [one for one in WANTED if one not in found.languages.split("+")]
    names = " ".join(f"tesseract-ocr-{one}" for one in missing)
    mend = f"Install the missing languages: apt-get install {names}" if missing else ""
    return Finding(what="scanned pages", said=f"read in {found.languages}", mend=mend)


_INSIDE: tuple[Callable[[], Finding], ...] = (
    _role,
    _queue,
    _workers,
    _embedding,
    _ocr,
    _skill,
    _taught,
    _translations,
    _organisations,
    _tallies,
    _index,
    _erased,
    _models,
    _closed,
    _journal,
)
