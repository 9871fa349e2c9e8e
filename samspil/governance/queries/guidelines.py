"""Which rules for staff hold, who has read them, and the short ones for where work is done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet
from django.utils.translation import get_language

from samspil.core.anonymity import in_steps
from samspil.core.guidelines import Topic, Wording, chosen, restored
from samspil.core.retention.periods import Reach
from samspil.core.roles import Action
from samspil.governance.models import Confirmation, Guideline, GuidelineVersion
from samspil.people.models import Colleague, Kind
from samspil.people.queries import may_do
from samspil.people.queries.retention import not_held
from samspil.tenancy.queries import current

NOTHING: Mapping[int, datetime] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A guideline as one reader sees it, in `language`.

    `version` is None for a draft that was never published. `confirmed_at` is when the reader
    confirmed a version that still counts, None where they have not.
    """

    guideline: Guideline
    version: GuidelineVersion | None
    language: str
    wording: Wording
    confirmed_at: datetime | None

    @property
    def asks(self) -> bool:
        """Whether the reader is asked to confirm it."""
        return bool(self.version) and not self.guideline.withdrawn_at and not self.confirmed_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How many people confirmed a guideline, and how many work here.

    Where it is not `exact`, at least so many confirmed, of whom some may have left: 0, 5, 10, ….
    """

    confirmed: int
    exact: bool
    people: int


def rules(reader: Colleague) -> list[Rule]:
    """What holds, in the order of topics; three statements."""
    confirmed, home = _confirmed_by(reader), current().language
    return [_rule(one, home=home, confirmed=confirmed) for one in _in_order(_holding())]


def drafts() -> list[Rule]:
    """Guidelines of which a draft is being written."""
    written = Guideline.objects.filter(withdrawn_at=None).exclude(draft={})
    home, found = current().language, _in_order(written.select_related("current__by"))
    return [_worded(one, one.current, texts=one.draft, home=home) for one in found]


def withdrawn() -> list[Rule]:
    """Guidelines that were published and hold no more."""
    gone = Guideline.objects.filter(current__isnull=False, withdrawn_at__isnull=False)
    home = current().language
    return [_rule(one, home=home) for one in _in_order(gone.select_related("current__by"))]


def guideline_at(public_id: UUID) -> Guideline:
    """One guideline; raises `Guideline.DoesNotExist`."""
    return Guideline.objects.select_related("current__by").get(public_id=public_id)


def rule_of(guideline: Guideline, *, reader: Colleague, number: int | None = None) -> Rule | None:
    """A version of it, what holds for None; None where there is no such version."""
    version = guideline.current
    if number is not None and (version is None or version.number != number):
        version = guideline.versions.select_related("by").filter(number=number).first()
    if version is None:
        return None
    confirmed = _confirmed_by(reader)
    at, home = confirmed.get(guideline.pk), current().language
    return _worded(guideline, version, texts=version.texts, home=home, at=at)


def versions_of(guideline: Guideline) -> list[GuidelineVersion]:
    """Every version, the newest first."""
    return list(guideline.versions.select_related("by").order_by("-number"))


def differences(old: Mapping[str, dict[str, str]], new: Mapping[str, dict[str, str]]) -> list[
    tuple[str, str, str]
]:  # fmt: skip
    """Language, text before and text after, of each language in which they are not the same."""
    before, after = restored(old), restored(new)
    pairs = [(one, _whole(before.get(one)), _whole(after.get(one))) for one in {**before, **after}]
    return [(language, was, now) for language, was, now in pairs if was != now]


def to_confirm(reader: Colleague) -> list[Rule]:
    """What holds and the reader has not confirmed; three statements."""
    return [one for one in rules(reader) if one.asks]


def short_rule(topic: Topic) -> Rule | None:
    """The rule that stands where the work is done that it is about; two statements."""
    found = _holding().filter(topic=topic).first()
    return _rule(found, home=current().language) if found else None


def readings(*, reader: Colleague) -> dict[int, Reading]:
    """How many confirmed each guideline; in steps but for who may see names."""
    return _readings(named=may_do(reader, Action.SEE_READERS))


def holding_rules() -> list[tuple[Guideline, Reading]]:
    """What holds, and how many confirmed it in steps; three statements."""
    counted = _readings(named=False)
    return [(one, counted[one.pk]) for one in _in_order(_holding())]


def _readings(*, named: bool) -> dict[int, Reading]:
    people = Colleague.objects.filter(kind=Kind.PERSON, left_at=None).count()
    counting = Q(versions__number__gte=F("counts_from"))
    here = Q(versions__confirmations__colleague__left_at=None)
    counted = Guideline.objects.filter(current__isnull=False).annotate(
        n=Count(
            "versions__confirmations__colleague",
            distinct=True,
            filter=counting & here if named else counting,
        )
    )
    return {
        one.pk: Reading(confirmed=one.n if named else in_steps(one.n), exact=named, people=people)
        for one in counted
    }


def readers(guideline: Guideline) -> list[tuple[Colleague, datetime | None]]:
    """Everybody who works here, and when they confirmed it; None for who has not."""
    kept = Confirmation.objects.filter(
        version__guideline=guideline, version__number__gte=guideline.counts_from
    )
    at = {row.colleague_id: row.at for row in kept.order_by("at")}
    people = Colleague.objects.filter(kind=Kind.PERSON, left_at=None).order_by("name")
    return [(one, at.get(one.pk)) for one in people]


def _holding() -> QuerySet[Guideline]:
    return Guideline.objects.filter(current__isnull=False, withdrawn_at=None).select_related(
        "current__by"
    )


def _in_order(found: QuerySet[Guideline]) -> Sequence[Guideline]:
    order = list(Topic)
    return sorted(found, key=lambda one: (order.index(Topic(one.topic)), one.pk))


def _confirmed_by(reader: Colleague) -> dict[int, datetime]:
    counting = Confirmation.objects.filter(
        colleague=reader, version__number__gte=F("version__guideline__counts_from")
    )
    return dict(counting.order_by("at").values_list("version__guideline", "at"))


def _rule(one: Guideline, *, home: str, confirmed: Mapping[int, datetime] = NOTHING) -> Rule:
    texts = one.current.texts if one.current else {}
    return _worded(one, one.current, texts=texts, home=home, at=confirmed.get(one.pk))


def _worded(
    guideline: Guideline, version: GuidelineVersion | None, *, texts: Mapping[str, dict[str, str]],
    home: str, at: datetime | None = None,
) -> Rule:  # fmt: skip
    language, wording = chosen(restored(texts), language=get_language() or "", otherwise=home)
    return Rule(
        guideline=guideline, version=version, language=language, wording=wording, confirmed_at=at
    )


def _whole(wording: Wording | None) -> str:
    return f"{wording.title}\n\n{wording.short}\n\n{wording.body}" if wording else ""


def over_confirmations(reach: Reach) -> QuerySet[Confirmation]:
    """What colleagues had read who left long enough ago."""
    return not_held(Confirmation.objects.filter(colleague__left_at__lt=reach.before), reach.holds)
