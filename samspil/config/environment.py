"""Every setting Samspil reads from the environment, once, each with a safe default."""

import os
import secrets
from pathlib import Path
from typing import Any, Literal
from urllib.parse import parse_qs, unquote, urlsplit

from pydantic import field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

KEY_BYTES = 32
PREPARED_AFTER = 3
"""How often a connection has a statement planned before it keeps the plan.

A page's statements are the same each time, and planning them took PostgreSQL longer than reading.
For that, values go to the server apart from the statement.
"""


class UnknownDatabase(ValueError):
    """The database address is neither sqlite:/// nor postgresql://."""


class Environment(BaseSettings):
    """Read from variables named SAMSPIL_…; docs/settings.md says what each is for."""

    model_config = SettingsConfigDict(env_prefix="SAMSPIL_", env_ignore_empty=True)

    home: Path = Path("var")
    database_url: str = ""
    owner_database_url: str = ""
    backup_database_url: str = ""
    base_url: str = "http://localhost:8000"
    allowed_hosts: str = "localhost,127.0.0.1,[::1]"
    debug: bool = False
    sqlite_synchronous: str = "NORMAL"
    demo: bool = False
    session_hours: int = 12
    mail_folder: Path | None = None
    most_file_mb: int = 20
    most_document_mb: int = 100
    watched_folders: str = ""
    private_hosts: str = ""
    ocr: str = ""
    embedding: Literal["off", "learning", "on"] = "learning"
    model_networks: str = ""
    model_seconds: float = 20
    model_calls_a_minute: int = 60
    api_calls_a_minute: int = 1200
    trusted_proxies: str = ""
    metrics_token: str = ""
    events_url: str = ""
    log_format: Literal["line", "json"] = "line"

    @field_validator("embedding", mode="before")
    @classmethod
    def _switch(cls, value: object) -> object:
        """Let the usual words for yes and no do as well."""
        said = str(value).strip().lower()
        return {"true": "on", "1": "on", "yes": "on", "false": "off", "0": "off", "no": "off"}.get(
            said, said
        )

    def database(self, url: str = "") -> dict[str, Any]:
        """Django's settings for the database at `url`, by default a file in `home`."""
        address = url or self.database_url or f"sqlite:///{self.home.resolve() / 'samspil.sqlite3'}"
        parts = urlsplit(address)
        if parts.scheme == "sqlite":
            return _sqlite(parts.path.removeprefix("/"), synchronous=self.sqlite_synchronous)
        if parts.scheme in ("postgres", "postgresql"):
            return _postgresql(address)
        raise UnknownDatabase(f"{address!r} must begin with sqlite:/// or postgresql://")

    def key(self, name: str) -> bytes:
        """The secret called `name`, made on first use in a file only its owner can read."""
        folder = self.home / "keys"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = folder / f"{name}.key"
        if not path.exists():
            _write_once(path, secrets.token_bytes(KEY_BYTES))
        return path.read_bytes()


def _write_once(path: Path, content: bytes) -> None:
    fresh = path.with_suffix(f".{os.getpid()}.new")
    fresh.touch(mode=0o600)
    fresh.write_bytes(content)
    try:
        os.link(fresh, path)
    except FileExistsError:
        pass  # another process made it first: its key is the key
    finally:
        fresh.unlink()


def _sqlite(path: str, *, synchronous: str) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path if path == ":memory:" else f"/{path.removeprefix('/')}",
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": f"PRAGMA journal_mode=WAL; PRAGMA synchronous={synchronous};",
        },
    }


def _postgresql(address: str) -> dict[str, Any]:
    parts = urlsplit(address)
    host = parse_qs(parts.query).get("host", [parts.hostname or ""])[0]
    return {
        "ENGINE": "samspil.tenancy.postgresql",
        "NAME": unquote(parts.path.removeprefix("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"server_side_binding": True, "prepare_threshold": PREPARED_AFTER},
    }
