"""Send something to a language model, with a line about it before and after."""

import hmac
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext

from samspil.adapters.model_servers import Failure, NoReply, Reply, complete
from samspil.adapters.sealing import BrokenSeal
from samspil.core.gateway.allowing import WORDS, Purpose, Reason, Verdict
from samspil.core.gateway.prompting import Message
from samspil.core.gateway.resting import rests_until
from samspil.core.masking import DataClass
from samspil.governance.models import ModelCall, ModelServer, Outcome
from samspil.governance.queries.servers import endpoint_of

AT_ONCE = threading.BoundedSemaphore(3)
"""A slow model must not take every thread that answers pages."""
Counted = tuple[str, str]
"""The field that counts what went wrong in a row, and the one that says until when it rests."""
FAILURES: Counted = ("failures", "rests_until")
IMPATIENCE: Counted = ("brief_failures", "brief_until")
"""Nobody waited any longer, which is no failure: others may have the time."""


class NotAsked(Exception):
    """No answer came of it: blocked, or the server failed. The message is fit to show.

    `reason` is None where the server failed; `why` is what the line about it says, in one word.
    """

    def __init__(self, said: str, *, reason: Reason | None = None, failure: str = "") -> None:
        self.reason = reason
        self.why = reason.value if reason else failure
        super().__init__(said)


@dataclass(frozen=True, slots=True, kw_only=True)
class Calling:
    """What the line about a call says of it; `masked` counts what was replaced."""

    server: ModelServer
    purpose: Purpose
    data_class: DataClass
    verdict: Verdict
    why: Reason
    masked: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much a model may write, and how long it may take; None for as long as any may."""

    tokens: int
    seconds: float | None = None

    @property
    def patience(self) -> float:
        """Seconds after which nobody waits any more."""
        most = float(settings.MODEL_SECONDS)
        return most if self.seconds is None else min(most, self.seconds)

    @property
    def brief(self) -> bool:
        """Whether it is waited for less than a model may take."""
        return self.patience < float(settings.MODEL_SECONDS)


def refuse(calling: Calling, reason: Reason, *, at: datetime) -> NotAsked:
    """Write down that nothing was sent; gives the exception to raise."""
    _line(calling, at=at, verdict=Verdict.BLOCK, outcome=Outcome.BLOCKED, why=reason)
    return NotAsked(gettext(WORDS[reason]), reason=reason)


def talk(
    calling: Calling, sent: Sequence[Message], limits: Limits, *, at: datetime
) -> tuple[Reply, UUID]:
    """The reply, and the id of the line about it; raises `NotAsked`."""
    if not AT_ONCE.acquire(blocking=False):
        raise refuse(calling, Reason.BUSY, at=at)
    try:
        return _talk(calling, sent, limits, at=at)
    finally:
        AT_ONCE.release()


def _talk(
    calling: Calling, sent: Sequence[Message], limits: Limits, *, at: datetime
) -> tuple[Reply, UUID]:
    try:
        endpoint = endpoint_of(calling.server)
    except BrokenSeal:
        raise refuse(calling, Reason.NO_KEY, at=at) from None
    digest = _digest("\n\n".join(one.content for one in sent))
    call = _line(
        calling, at=at, verdict=calling.verdict, outcome=Outcome.ASKED, why=calling.why,
        masked=calling.masked, prompt_digest=digest,
    )  # fmt: skip
    began = time.monotonic()
    try:
        reply = complete(endpoint, sent, most_tokens=limits.tokens, seconds=limits.patience)
    except NoReply as why:
        _failed(call, why.failure, took=time.monotonic() - began)
        impatient = limits.brief and why.failure is Failure.SLOW
        _count(calling.server, IMPATIENCE if impatient else FAILURES, at=at)
        raise NotAsked(str(why), failure=why.failure.value) from why
    _answered(call, reply, took=time.monotonic() - began)
    _recovered(calling.server, brief=limits.brief)
    return reply, call.public_id


def _line(calling: Calling, **facts: object) -> ModelCall:
    server = calling.server
    return ModelCall.objects.create(
        purpose=calling.purpose, data_class=calling.data_class, server=server,
        server_name=server.name, model=server.model, place=server.place, **facts,
    )  # fmt: skip


def _answered(call: ModelCall, reply: Reply, *, took: float) -> None:
    ModelCall.objects.filter(pk=call.pk).update(
        outcome=Outcome.ANSWERED, prompt_tokens=reply.prompt_tokens,
        answer_tokens=reply.answer_tokens, milliseconds=round(took * 1000),
        answer_digest=_digest(reply.text),
    )  # fmt: skip


def _failed(call: ModelCall, why: Failure, *, took: float) -> None:
    ModelCall.objects.filter(pk=call.pk).update(
        outcome=Outcome.FAILED, why=why.value, milliseconds=round(took * 1000)
    )


@transaction.atomic
def _count(server: ModelServer, what: Counted, *, at: datetime) -> None:
    """One more of these in a row; enough of them, and it is left alone for a while."""
    counted, until = what
    rows = ModelServer.objects.filter(pk=server.pk)
    rows.update(**{counted: F(counted) + 1})
    for many in rows.values_list(counted, flat=True):
        rows.update(**{until: rests_until(many, at=at)})


def _recovered(server: ModelServer, *, brief: bool) -> None:
    """It answered; that it is quick, too, shows only where it was waited for a short while."""
    for counted, until in (FAILURES, IMPATIENCE) if brief else (FAILURES,):
        rows = ModelServer.objects.filter(pk=server.pk, **{f"{counted}__gt": 0})
        rows.update(**{counted: 0, until: None})


def _digest(text: str) -> str:
    return hmac.new(settings.MARK_KEY, text.encode(), sha256).hexdigest()
