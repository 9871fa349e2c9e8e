"""Short ways to a language model that may be asked."""

from samspil.core.gateway.allowing import Place, Purpose, Verdict
from samspil.core.gateway.tools import Status
from samspil.core.masking import DataClass
from samspil.governance.actions import (
    Asking,
    ServerTerms,
    ToolTerms,
    add_server,
    allow,
    change_tool,
    decide_tool,
)
from samspil.governance.models import SCORES, ModelServer, Tool
from samspil.people.models import Colleague
from tests.factories import MONDAY_9


def terms(owner: Colleague, **wanted: object) -> ServerTerms:
    """A server on this machine, switched on."""
    usual = {
        "name": "Small", "base_url": "http://127.0.0.1:9/v1", "model": "small",
        "place": Place.MACHINE, "purposes": frozenset({Purpose.ANSWERS}), "owner": owner,
        "on": True, "key": "sk-hemmelig",
    }  # fmt: skip
    return ServerTerms(**(usual | wanted))  # type: ignore[arg-type]  # as the test says


def make_server(
    owner: Colleague,
    url: str = "http://127.0.0.1:9/v1",
    *,
    verdict: Verdict = Verdict.ALLOW,
    of: DataClass = DataClass.INTERNAL,
    **wanted: object,
) -> ModelServer:
    """A model server that is approved, and to which data of one class may go."""
    made = add_server(terms(owner, base_url=url, **wanted), by=owner, at=MONDAY_9)
    approve(made.tool, by=owner)
    allow(made, {of: verdict}, by=owner, at=MONDAY_9)
    return made


def approve(tool: Tool, *, by: Colleague, **wanted: object) -> Tool:
    """A tool with all that an approval takes, approved."""
    usual = {
        "name": tool.name, "place": Place(tool.place), "owner": by, "purpose": "Phrasing answers",
        "tested": "Looked at by IT", "contract": "Signed", "allowed": frozenset(),
        "points": dict.fromkeys(SCORES, (4, "")),
    }  # fmt: skip
    change_tool(tool, ToolTerms(**(usual | wanted)), by=by, at=MONDAY_9)  # type: ignore[arg-type]  # as the test says
    decide_tool(tool, Status.APPROVED, why="", by=by, at=MONDAY_9)
    tool.refresh_from_db()
    return tool


def asking(**wanted: object) -> Asking:
    """A question about holidays."""
    usual = {
        "purpose": Purpose.ANSWERS, "data_class": DataClass.INTERNAL, "stopped": False,
        "instruction": "Answer from the sources.", "sources": ["There are 25 days of holiday."],
        "question": "How many days?",
    }  # fmt: skip
    return Asking(**(usual | wanted))  # type: ignore[arg-type]  # as the test says
