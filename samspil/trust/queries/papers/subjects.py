"""What statements may be about: the organisation, a kind of data, a use of AI, or a tool."""

from dataclasses import dataclass
from uuid import UUID

from samspil.core.filings.asks import Ask, Of, asks_of
from samspil.core.filings.content import Text
from samspil.core.filings.record import name_of
from samspil.governance.models import Tool
from samspil.tenancy.queries import current
from samspil.trust.queries.papers.company import holding_ids
from samspil.trust.queries.uses import things


class NoSuchThing(LookupError):
    """Nothing here has this id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Something that papers ask about; a process is data that is held and a use of AI at once."""

    about: str
    of: tuple[Of, ...]
    named: Text


def subject_at(about: UUID | str) -> Subject:
    """What has this id here; raises `NoSuchThing`. A fixed number of statements."""
    key, here = str(about), current()
    if key == str(here.public_id):
        return Subject(about=key, of=(Of.COMPANY,), named=here.name)
    holding = holding_ids().get(key)
    use = next((one for one in things() if one.thing == key), None)
    if holding or use:
        of = (*([Of.HOLDING] if holding else []), *([Of.USE] if use else []))
        named = use.name if use else name_of(holding) if holding else ""
        return Subject(about=key, of=of, named=named)
    tool = Tool.objects.filter(public_id=key).first()
    if tool is None:
        raise NoSuchThing(key)
    return Subject(about=key, of=(Of.TOOL,), named=tool.name)


def asked_of(subject: Subject) -> list[Ask]:
    """What is asked about it, in order."""
    return [ask for of in subject.of for ask in asks_of(of)]
