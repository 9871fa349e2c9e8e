"""The one door to language models: allowed, masked, written down; or not asked at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Count, Q
from django.utils.translation import gettext

from samspil.core.gateway.allowing import WORDS, Judgement, Purpose, Reason, Verdict, choose
from samspil.core.gateway.disguise import Disguised, disguise, uncovered, without_numbers
from samspil.core.gateway.prompting import messages
from samspil.core.masking import DataClass
from samspil.core.reading import read
from samspil.governance.access import check_may_govern
from samspil.governance.actions.talking import Calling, Limits, NotAsked, refuse, talk
from samspil.governance.models import ModelCall, ModelServer, Outcome
from samspil.governance.queries.servers import facts_of_servers
from samspil.people.models import Colleague
from samspil.people.queries import people

MOST_CHARACTERS = 24_000
"""Of all that is sent; more is refused rather than cut."""
MINUTE = timedelta(minutes=1)
TEST_WORDS = "Answer with one word: ready."
TEST_TOKENS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What is wanted of a language model.

    `instruction` is ours; `sources` and `question` come from outside and are data. `data_class` is
    that of all of it. `names` are people beside the colleagues who may be named, such as a case's
    sender. `stopped` is whether AI is stopped where this is asked. `most_seconds` is how long
    somebody waits for it, where that is less than the installation lets a model take.
    """

    purpose: Purpose
    data_class: DataClass
    instruction: str
    sources: Sequence[str] = ()
    question: str = ""
    names: Sequence[str] = ()
    stopped: bool
    most_tokens: int = 600
    most_seconds: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a language model wrote, as data: to be checked, never to be obeyed."""

    text: str
    server: str
    model: str
    call: UUID


def ask_model(asking: Asking, *, at: datetime) -> Told:
    """Ask the nearest language model that may be asked this; raises `NotAsked`.

    Slow: never inside a transaction. Before anything is sent there is a line about it.
    """
    judged = choose(
        facts_of_servers(at=at), purpose=asking.purpose, data_class=asking.data_class, at=at
    )
    server = ModelServer.objects.filter(pk=judged.server or 0).first()
    if server is None:
        raise NotAsked(gettext(WORDS[Reason.NO_SERVER]), reason=Reason.NO_SERVER)
    hindrance = _hindrance(asking, judged, at=at)
    hidden = _hidden(asking, verdict=judged.verdict)
    calling = Calling(
        server=server, purpose=asking.purpose, data_class=asking.data_class,
        verdict=judged.verdict, why=judged.reason, masked=hidden.masked,
    )  # fmt: skip
    if hindrance is not None:
        raise refuse(calling, hindrance, at=at)
    *sources, question = hidden.texts
    sent = messages(asking.instruction, sources=sources, question=question)
    limits = Limits(tokens=asking.most_tokens, seconds=asking.most_seconds)
    reply, call = talk(calling, sent, limits, at=at)
    text = read(uncovered(reply.text, hidden.kept)).text
    return Told(text=text, server=server.name, model=server.model, call=call)


def try_server(server: ModelServer, *, by: Colleague | None, at: datetime) -> str:
    """Ask it for one word, without any data of anybody; gives what it wrote. Raises `NotAsked`.

    It need not be switched on. `by` is None on the command line.
    """
    if by is not None:
        check_may_govern(by)
    calling = Calling(
        server=server, purpose=Purpose.TEST, data_class=DataClass.PUBLIC,
        verdict=Verdict.ALLOW, why=Reason.TEST,
    )  # fmt: skip
    reply, _call = talk(calling, messages(TEST_WORDS), Limits(tokens=TEST_TOKENS), at=at)
    return read(reply.text).text[:200]


def _hindrance(asking: Asking, judged: Judgement, *, at: datetime) -> Reason | None:
    if judged.verdict is Verdict.BLOCK:
        return judged.reason
    if asking.stopped:
        return Reason.STOPPED
    size = len(asking.instruction) + len(asking.question) + sum(map(len, asking.sources))
    if size > MOST_CHARACTERS:
        return Reason.TOO_LONG
    return Reason.TOO_MANY if _asked_enough(asking.purpose, at=at) else None


def _asked_enough(purpose: Purpose, *, at: datetime) -> bool:
    """Whether no more may go in this minute; chats, where strangers write, use up half at most."""
    sent = ModelCall.objects.filter(at__gt=at - MINUTE).exclude(outcome=Outcome.BLOCKED)
    most = settings.MODEL_CALLS_A_MINUTE
    asked = sent.aggregate(every=Count("pk"), chats=Count("pk", filter=Q(purpose=Purpose.CHATS)))
    strangers = purpose is Purpose.CHATS and asked["chats"] * 2 >= most
    return bool(strangers or asked["every"] >= most)


def _hidden(asking: Asking, *, verdict: Verdict) -> Disguised:
    """The texts as they are sent; identity numbers never are."""
    texts = [*asking.sources, asking.question]
    if verdict is Verdict.ALLOW:
        return without_numbers(texts)
    return disguise(texts, names=[*asking.names, *(one.name for one in people())])
