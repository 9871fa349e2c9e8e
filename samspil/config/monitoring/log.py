"""Log lines without personal data: as lines for people, or as JSON for programs."""

import json
import logging
import re
from contextvars import ContextVar
from datetime import UTC, datetime
from textwrap import indent
from typing import Any

from django.conf import settings
from django.http import HttpRequest

NOBODY = "-"
UNKNOWN, STATIC = "unknown", "static"
request_id: ContextVar[str] = ContextVar("request_id", default=NOBODY)
"""Which request this thread answers: stands in every line that it causes."""
BREAKS = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")
TOLD = ("method", "route", "status", "milliseconds", "organisation")


def route_of(request: HttpRequest) -> str:
    """The name of the address asked for; the address itself holds ids and what people typed."""
    match = request.resolver_match
    if match is None:  # answered before any address was looked up
        return STATIC if request.path.startswith(f"/{settings.STATIC_URL.strip('/')}/") else UNKNOWN
    return match.view_name or match.route or UNKNOWN


class Told(logging.Filter):
    """Adds the request's id; takes the raw address, and repetitions, out of what Django says."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.name == "django.request" and not record.exc_info:
            return False  # `samspil.requests` has said it already
        record.request_id = request_id.get()
        request = getattr(record, "request", None)
        if isinstance(request, HttpRequest):
            spelled = record.getMessage()
            for address in (request.get_full_path(), request.path):
                spelled = spelled.replace(address, route_of(request)) if address != "/" else spelled
            record.msg, record.args = spelled, ()
        return True


class Line(logging.Formatter):
    """Time, level, where, request, and what."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(request_id)s %(message)s")

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: N802
        """The instant in UTC, wherever the machine stands."""
        at = datetime.fromtimestamp(record.created, UTC)
        return at.isoformat(sep=" ", timespec="milliseconds")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's own
        """In one line, whatever was put into it: nobody makes lines of their own."""
        return BREAKS.sub(" ", super().formatMessage(record))

    def formatException(self, ei: Any) -> str:  # noqa: N802 - logging's own
        """Indented, so that no line of it looks like one of ours."""
        return indent(super().formatException(ei), "    ", lambda _line: True)


class Json(logging.Formatter):
    """One JSON object in a line."""

    def format(self, record: logging.LogRecord) -> str:
        said: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "request_id": getattr(record, "request_id", NOBODY),
            "message": record.getMessage(),
        }
        said |= {name: getattr(record, name) for name in TOLD if hasattr(record, name)}
        if record.exc_info:
            said["traceback"] = self.formatException(record.exc_info)
        return BREAKS.sub(" ", json.dumps(said, ensure_ascii=False))


def logging_settings(log_format: str, *, requests: bool) -> dict[str, object]:
    """Django's LOGGING; `requests` says whether every request has a line."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"told": {"()": Told}},
        "formatters": {"line": {"()": Line}, "json": {"()": Json}},
        "handlers": {
            "console": {
                "class": "logging.StreamHandler",
                "formatter": log_format,
                "filters": ["told"],
            }
        },
        "root": {"handlers": ["console"], "level": "WARNING"},
        "loggers": {
            "samspil.requests": {"level": "INFO" if requests else "WARNING"},
            "samspil.security": {"level": "INFO" if requests else "WARNING"},
        },
    }
