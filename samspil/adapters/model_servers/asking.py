"""One question to a model server, and its answer as plain data."""

import http.client
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from samspil.adapters.model_servers.connecting import Deadline, connect
from samspil.adapters.model_servers.failing import Failure, NoReply
from samspil.core.gateway.addresses import Network
from samspil.core.gateway.allowing import Place
from samspil.core.gateway.prompting import Message

MOST_BYTES = 1_000_000
"""Of an answer, which holds a few thousand words at most."""
OK = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """Where a model is asked, and how; `key` is empty where none is needed.

    `opened` are the private networks in which servers in house may stand.
    """

    base_url: str
    model: str
    place: Place
    key: str = field(default="", repr=False)
    opened: Sequence[Network] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What the model wrote; tokens as the server counted them, None where it did not say."""

    text: str
    prompt_tokens: int | None
    answer_tokens: int | None


def complete(
    endpoint: Endpoint, messages: Sequence[Message], *, most_tokens: int, seconds: float
) -> Reply:
    """Ask once, all in all for at most so many seconds; raises `NoReply`."""
    body = {
        "model": endpoint.model,
        "messages": [{"role": one.role, "content": one.content} for one in messages],
        "max_tokens": most_tokens,
        "temperature": 0,
        "stream": False,
    }
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    if endpoint.key:
        headers["Authorization"] = f"Bearer {endpoint.key}"
    return _read(_posted(endpoint, json.dumps(body).encode(), headers, seconds=seconds))


def _posted(endpoint: Endpoint, body: bytes, headers: dict[str, str], *, seconds: float) -> bytes:
    deadline = Deadline(at=time.monotonic() + seconds)
    try:
        line = connect(
            endpoint.base_url, place=endpoint.place, opened=endpoint.opened, deadline=deadline
        )
        try:
            status, answer = line.post(body, headers, most=MOST_BYTES)
        finally:
            line.close()
    except TimeoutError as why:
        raise NoReply(Failure.SLOW) from why
    except (OSError, http.client.HTTPException, ValueError) as why:
        deadline.left()  # cut off because the time was over
        raise NoReply(Failure.UNREACHABLE) from why
    if status != OK:
        raise NoReply(Failure.REFUSED, status=status)
    return answer


def _read(raw: bytes) -> Reply:
    try:
        told = json.loads(raw)
        text = told["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError) as why:
        raise NoReply(Failure.UNREADABLE) from why
    if not isinstance(text, str) or not text.strip():
        raise NoReply(Failure.EMPTY)
    usage = told.get("usage")
    return Reply(
        text=text,
        prompt_tokens=_count(usage, "prompt_tokens"),
        answer_tokens=_count(usage, "completion_tokens"),
    )


def _count(usage: Any, name: str) -> int | None:
    found = usage.get(name) if isinstance(usage, dict) else None
    return found if type(found) is int and 0 <= found < 2**31 else None
