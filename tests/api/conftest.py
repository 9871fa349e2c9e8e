"""Programs that call the API, each with a colleague's token."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

import pytest
from django.test import Client

from samspil.core.roles import Role
from samspil.people import actions as people
from samspil.people.models import Colleague, Team
from samspil.work.models import Process
from tests.factories import MONDAY_9, make_colleague, make_process, make_team


@dataclass(frozen=True, kw_only=True)
class Program:
    """A program that acts as `colleague`; every answer is a status and parsed JSON."""

    colleague: Colleague
    token: str

    def get(self, address: str, **query: Any) -> tuple[int, Any]:
        return self.send("GET", address, query_params=query)

    def post(self, address: str, body: object = None) -> tuple[int, Any]:
        return self.send("POST", address, data={} if body is None else body)

    def send(self, method: str, address: str, data: Any = "", **more: Any) -> tuple[int, Any]:
        answer = Client().generic(
            method,
            f"/api/v1{address}",
            data if isinstance(data, bytes | str) else json.dumps(data),
            content_type="application/json",
            headers={"Authorization": f"Bearer {self.token}"},
            **more,
        )
        assert answer["Content-Type"].startswith("application/json"), answer.content[:200]
        return answer.status_code, answer.json() if answer.content else None


Programs: TypeAlias = Callable[..., Program]


@pytest.fixture
def program_of(organisation) -> Programs:
    """`program_of(Role.LEADER)`, or of a colleague who is there."""

    def make(*roles: Role, colleague: Colleague | None = None) -> Program:
        who = colleague or make_colleague(*roles)
        token = people.make_token(colleague=who, name="test", at=MONDAY_9)
        return Program(colleague=who, token=token)

    return make


@pytest.fixture
def program(program_of: Programs) -> Program:
    """A program of the owner, who may do everything."""
    return program_of(Role.OWNER)


@pytest.fixture
def team(program: Program) -> Team:
    """The owner's team."""
    return make_team(program.colleague, name="Service")


@pytest.fixture
def process(team: Team) -> Process:
    """The only process, with the starter topics."""
    return make_process(name="Customers", team=team)
