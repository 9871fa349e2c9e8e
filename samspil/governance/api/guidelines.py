"""Guidelines by program: what holds."""

from datetime import datetime
from uuid import UUID

from ninja import Router, Schema

from samspil.core.roles import Action
from samspil.governance.queries import Reading, Rule, readings, rules
from samspil.people.queries import WorkRequest, check_may, may_do

router = Router(tags=["guidelines"])


class WordingOut(Schema):
    """A guideline in one language; `body` is Markdown."""

    title: str
    short: str
    body: str


class GuidelineOut(Schema):
    """A guideline that holds. `texts` are by language.

    `confirmed` is how many confirmed it, in steps of five but for those who may see names
    (`exact`); `people` work here. All are null for those who do not write guidelines.
    """

    id: UUID
    topic: str
    version: int
    published_at: datetime
    changed: str
    matters: bool
    texts: dict[str, WordingOut]
    confirmed: int | None
    exact: bool | None
    people: int | None


@router.get("/guidelines", response=list[GuidelineOut], summary="Guidelines that hold")
def read_guidelines(request: WorkRequest) -> list[GuidelineOut]:
    """What holds for everybody here, in the order of topics."""
    colleague = check_may(request.colleague, Action.ASK)
    counts = readings(reader=colleague) if may_do(colleague, Action.WRITE_GUIDELINES) else {}
    return [_guideline(one, counts.get(one.guideline.pk)) for one in rules(colleague)]


def _guideline(rule: Rule, reading: Reading | None) -> GuidelineOut:
    version = rule.version
    assert version is not None  # what holds has one
    return GuidelineOut(
        id=rule.guideline.public_id, topic=rule.guideline.topic, version=version.number,
        published_at=version.at, changed=version.changed, matters=version.matters,
        texts={language: WordingOut(**text) for language, text in version.texts.items()},
        confirmed=reading.confirmed if reading else None,
        exact=reading.exact if reading else None,
        people=reading.people if reading else None,
    )  # fmt: skip
