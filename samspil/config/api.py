"""The HTTP API at /api/v1/: one door, bearer tokens, every answer JSON."""

import json
from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import re_path
from django.urls.resolvers import URLPattern, URLResolver
from django.utils.translation import override
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, Throttled, ValidationError
from ninja.openapi.schema import OpenAPISchema
from ninja.parser import Parser
from ninja.security import HttpBearer
from ninja.throttling import BaseThrottle

from samspil.allocation.api import router as allocation
from samspil.audit.api import router as tasks
from samspil.chat.api import router as chats
from samspil.core.evidence.ladder import IllegalMove
from samspil.core.roles import NotAllowed
from samspil.eventlogs.api import router as eventlogs
from samspil.fairness.api import router as fairness
from samspil.gaps.api import router as gaps
from samspil.governance.api import router as models
from samspil.inbox.api import router as messages
from samspil.inbox.files import whole
from samspil.knowledge.api import router as knowledge
from samspil.measures.api import router as measures
from samspil.parallel_runs.api import router as parallel_runs
from samspil.people.middleware import tell_not_allowed
from samspil.people.models import Colleague
from samspil.pipeline.api import router as initiatives
from samspil.process_maps.api import router as process_maps
from samspil.readiness.api import router as readiness
from samspil.review.api import router as cases
from samspil.rollouts.api import router as rollouts
from samspil.roster.api import router as ai_colleagues
from samspil.scenarios.api import budgets, comparisons
from samspil.summaries.api import router as summaries
from samspil.teaching.api import router as skills
from samspil.trust.api import router as journal
from samspil.web.asking import calls_too_often, pause
from samspil.web.filled import WrongForm
from samspil.web.noting import tell_refused
from samspil.work.actions import (
    IdentityInReply,
    NoPerson,
    NotJudged,
    NoTopic,
    NotProved,
    NotShared,
    StaleCase,
)
from samspil.work.api import router as processes
from samspil.work.models import Case, Process
from samspil.workshops.api import router as workshops

View = Callable[..., HttpResponse]
Handler = Callable[[HttpRequest, Exception], HttpResponse]
TOLD = {
    NotAllowed: 403,
    NoPerson: 403,
    IdentityInReply: 422,
    NoTopic: 422,
    StaleCase: 409,
    NotProved: 409,
    NotShared: 409,
    IllegalMove: 409,
    NotJudged: 409,
}
"""What is told as it is, with its status; whatever is a kind of one of these is told like it."""
OURS = ("body", "payload", "query", "narrowing", "path")


class Token(HttpBearer):
    """A token stands for a colleague; the middleware has looked up whose it is."""

    def authenticate(self, request: HttpRequest, token: str) -> Colleague | None:
        found: Colleague | None = getattr(request, "colleague", None)
        return found


class Minute(BaseThrottle):
    """So many calls a minute for all programs of one colleague."""

    def allow_request(self, request: HttpRequest) -> bool:
        """Count this call, and tell whether it is one too many."""
        who: Colleague = request.auth  # type: ignore[attr-defined]  # set by ninja
        most = settings.API_CALLS_A_MINUTE
        return most == 0 or not calls_too_often(of=str(who.public_id), most=most)

    def wait(self) -> float:
        """Seconds until one may call again."""
        return pause()


class CleanJson(Parser):
    """Reads JSON without what no database keeps: NUL, and halves of characters."""

    def parse_body(self, request: HttpRequest) -> Any:
        return _clean(json.loads(request.body))


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return whole(value).replace("\0", "")
    if isinstance(value, list):
        return [_clean(one) for one in value]
    if isinstance(value, dict):
        return {_clean(name): _clean(one) for name, one in value.items()}
    return value


class Described(NinjaAPI):
    """Describes itself only once: it takes seconds of a processor, and anybody may ask for it."""

    _description: OpenAPISchema | None = None

    def get_openapi_schema(self, **how: Any) -> OpenAPISchema:
        """What the API can do; addresses are the same for everybody."""
        if self._description is None:
            self._description = super().get_openapi_schema(**how)
        return self._description


api = Described(
    title="Samspil",
    version="1",
    description="Messages in, cases and decisions out. Every problem is told in `detail`.",
    urls_namespace="api",
    auth=Token(),
    throttle=[Minute()],
    parser=CleanJson(),
    docs_url=None,
)
api.add_router("", messages)
api.add_router("", cases)
api.add_router("", processes)
api.add_router("", skills)
api.add_router("", knowledge)
api.add_router("", summaries)
api.add_router("", eventlogs)
api.add_router("", fairness)
api.add_router("", gaps)
api.add_router("", tasks)
api.add_router("", measures)
api.add_router("", allocation)
api.add_router("", initiatives)
api.add_router("", comparisons)
api.add_router("", budgets)
api.add_router("", rollouts)
api.add_router("", workshops)
api.add_router("", process_maps)
api.add_router("", readiness)
api.add_router("", parallel_runs)
api.add_router("", ai_colleagues)
api.add_router("", journal)
api.add_router("", models)
api.add_router("", chats)


def _problem(sentence: str, *, status: int, **more: object) -> HttpResponse:
    return JsonResponse({"detail": sentence, **more}, status=status)


def _telling(status: int) -> Handler:
    def tell(request: HttpRequest, why: Exception) -> HttpResponse:
        if status == 403:
            tell_not_allowed(request)
        return _problem(str(why), status=status)

    return tell


for _kind, _status in TOLD.items():
    api.exception_handler(_kind)(_telling(_status))


@api.exception_handler(Case.DoesNotExist)
@api.exception_handler(Process.DoesNotExist)
@api.exception_handler(Http404)
def _not_here(_request: HttpRequest, _why: Exception) -> HttpResponse:
    return _problem("There is no such thing here.", status=404)


@api.exception_handler(AuthenticationError)
def _who(request: HttpRequest, _why: Exception) -> HttpResponse:
    tell_refused(request, "no valid token")
    answer = _problem("Send a valid token: Authorization: Bearer samspil_…", status=401)
    answer["WWW-Authenticate"] = "Bearer"
    return answer


@api.exception_handler(RequestDataTooBig)
def _too_big(_request: HttpRequest, _why: Exception) -> HttpResponse:
    most = (settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0) // 1024**2
    return _problem(f"A request may hold {most} megabytes: send fewer at a time.", status=413)


@api.exception_handler(Throttled)
def _too_often(_request: HttpRequest, _why: Exception) -> HttpResponse:
    most = settings.API_CALLS_A_MINUTE
    return _problem(f"At most {most} calls a minute: wait as Retry-After says.", status=429)


@api.exception_handler(HttpError)
def _refused(_request: HttpRequest, why: HttpError) -> HttpResponse:
    return _problem(str(why), status=why.status_code)


@api.exception_handler(ValidationError)
def _invalid(_request: HttpRequest, why: ValidationError) -> HttpResponse:
    return _wrong([(_where(one["loc"]), one["msg"]) for one in why.errors])


@api.exception_handler(WrongForm)
def _wrong_form(_request: HttpRequest, why: WrongForm) -> HttpResponse:
    return _wrong(why.wrong)


def _wrong(wrong: Sequence[tuple[str, str]]) -> HttpResponse:
    """Each place with what is wrong there; the first five also as a sentence."""
    errors = [{"where": where, "what": what} for where, what in wrong]
    sentence = "; ".join(f"{where}: {what}" for where, what in wrong[:5])
    return _problem(sentence, status=422, errors=errors)


def _where(places: tuple[object, ...]) -> str:
    """The place of a value as its sender wrote it, without the names only the code knows."""
    return ".".join(str(place) for place in places if place not in OURS) or "body"


def _open(view: View) -> View:
    """Let a request through to the API's own doorkeeper, and answer in English and JSON."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with override("en"):
            response = view(request, *args, **kwargs)
        if response.status_code == 405:
            problem = _problem("This address takes other methods.", status=405)
            problem["Allow"] = response["Allow"]
            return problem
        return response

    answer.login_required = False  # type: ignore[attr-defined]  # read by LoginRequiredMiddleware
    answer.csrf_exempt = True  # type: ignore[attr-defined]  # no cookie signs anybody in here
    return answer


def _nothing_here(request: HttpRequest, *_args: Any) -> HttpResponse:
    return _problem("There is no such address.", status=404)


def _addresses() -> list[URLPattern | URLResolver]:
    patterns: list[URLPattern | URLResolver] = list(api.urls[0])
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            pattern.callback = _open(pattern.callback)
    return [*patterns, re_path(r"^", _open(_nothing_here))]


urls = (_addresses(), "api", "api")
"""For `path("api/v1/", urls)`."""
