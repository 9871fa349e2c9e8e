"""A company with a chat for employees and one for customers, and documents to answer from."""

import pytest
from django.core.cache import cache

from samspil.chat.models import Chat
from samspil.core.chat.plan import Audience
from samspil.core.roles import Role
from samspil.knowledge.actions import Given, Terms, add_documents, read_documents
from samspil.knowledge.models import Secrecy
from samspil.people.models import Colleague
from tests.chat.arranging import make_chat
from tests.factories import MONDAY_9, make_colleague

INSIDE = """# Handbook

## Holidays

Everybody has 25 days of holiday a year. In summer three weeks are taken between May and September.

## Bicycles

The company pays half of a bicycle up to 3,000 kroner.
"""
OUTSIDE = """# Delivery

## How long it takes

A heat pump is delivered within ten working days. Delivery to islands takes three days more.
"""


@pytest.fixture(autouse=True)
def _own_home(home):
    """Files of each test lie apart."""


@pytest.fixture
def leader(organisation) -> Colleague:
    cache.clear()
    return make_colleague(Role.LEADER, name="Lene Leder")


@pytest.fixture
def documents(leader) -> None:
    for name, text, secrecy in (
        ("handbook.md", INSIDE, Secrecy.INTERNAL),
        ("delivery.md", OUTSIDE, Secrecy.PUBLIC),
    ):
        given = Given(name=name, content=text.encode())
        ((document, _),) = add_documents(
            [given], terms=Terms(secrecy=secrecy), by=leader, at=MONDAY_9
        )
        read_documents([document.pk], embedder=None, at=MONDAY_9)


@pytest.fixture
def inside(leader, documents) -> Chat:
    return make_chat(by=leader)


@pytest.fixture
def outside(leader, documents) -> Chat:
    return make_chat(Audience.CUSTOMERS, by=leader, slug="nordlys")
