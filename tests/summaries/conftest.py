"""A leader who keeps documents, employees who have things summarised, and what they bring."""

from collections.abc import Callable

import pytest
from django.test import Client

from samspil.core.roles import Role
from samspil.knowledge.actions import Given as Document
from samspil.knowledge.actions import Terms, add_documents, read_documents
from samspil.knowledge.models import Document as KeptDocument
from samspil.people.models import Colleague
from samspil.summaries import actions
from samspil.summaries.models import Summary
from tests.factories import MONDAY_9, make_colleague

SPECIFICATION = """# Pump station

## 1 Pumps

The pump station supplies the town with water all day and all night. R-1: The pump must deliver at
least 40 litres of water every minute. It is painted green.

## 2 Valves

R-2: Each valve must close within 3 seconds when the pressure falls below the limit.

## 3 Price

The whole station costs at most 250.000 kroner and is handed over no later than 1 May 2027.
"""
TRANSCRIPT = """WEBVTT

00:00:02.000 --> 00:00:06.000
<v Anna Holm>We have decided to move the launch to the first week of February.</v>

00:00:07.000 --> 00:00:11.000
<v Bo Lind>I will write to all of the customers by Friday.</v>

00:00:12.000 --> 00:00:15.000
<v Anna Holm>It is still unclear who signs the price list.</v>

00:00:16.000 --> 00:00:21.000
<v Bo Lind>The test server had two failures in the payment step during the whole week.</v>
"""
MEETING_DAY = MONDAY_9.date()
Summarise = Callable[..., Summary]


@pytest.fixture
def lene(organisation: object) -> Colleague:
    return make_colleague(Role.LEADER, name="Lene Leder")


@pytest.fixture
def emil(organisation: object) -> Colleague:
    return make_colleague(Role.EMPLOYEE, name="Emil Ansat")


@pytest.fixture
def english(client_of: Callable[[Colleague], Client]) -> Callable[[Colleague], Client]:
    """`english(colleague)`: a browser in English, signed in as this person."""

    def sign_in(colleague: Colleague) -> Client:
        client = client_of(colleague)
        client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
        return client

    return sign_in


@pytest.fixture
def specification(lene: Colleague) -> KeptDocument:
    given = Document(name="station.md", content=SPECIFICATION.encode())
    ((document, _),) = add_documents([given], terms=Terms(), by=lene, at=MONDAY_9)
    read_documents([document.pk], embedder=None, at=MONDAY_9)
    document.refresh_from_db()
    return document


@pytest.fixture
def summarise(emil: Colleague) -> Summarise:
    """`summarise(name, text)`: a summary of a file, ready."""

    def do(name: str = "station.md", text: str = SPECIFICATION) -> Summary:
        given = actions.Given(name=name, content=text.encode())
        made = actions.order_of_file(given, by=emil, at=MONDAY_9)
        actions.make(made.pk, at=MONDAY_9)
        made.refresh_from_db()
        return made

    return do


@pytest.fixture
def meeting(emil: Colleague) -> Summarise:
    """`meeting(name, text)`: the minutes of a meeting, ready."""

    def do(name: str = "launch.vtt", text: str | bytes = TRANSCRIPT) -> Summary:
        content = text.encode() if isinstance(text, str) else text
        given = actions.Given(name=name, content=content)
        made = actions.order_minutes(given, met_on=MEETING_DAY, by=emil, at=MONDAY_9)
        actions.make(made.pk, at=MONDAY_9)
        made.refresh_from_db()
        return made

    return do
