"""Groups of cases with a promise of their own: their names, limits and figures."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from samspil.core.evidence.groups import UNKNOWN, GroupsBy, group_of
from samspil.core.routing import BY_HABIT
from samspil.web.places import LANGUAGE_NAMES
from samspil.work.models import Certificate, CertifiedGroup, LoneAnswer, Process, Proposal
from samspil.work.queries.wording import topic_name

QUARTER = timedelta(days=91)
GROUPS_BY_WORDS = {
    GroupsBy.PROCESS: _("all cases together"),
    GroupsBy.LANGUAGE: _("each language by itself"),
    GroupsBy.TOPIC: _("each topic by itself"),
}
"""What has a promise of its own, in a few words."""


def names_of(process: Process, by: GroupsBy) -> Mapping[str, str]:
    """What its groups are called, by key; one that is gone is called by its key."""
    if by is GroupsBy.LANGUAGE:
        return {code: str(name) for code, name in LANGUAGE_NAMES.items()}
    if by is GroupsBy.TOPIC:
        return {topic.key: topic_name(topic) for topic in process.topics.all()}
    return {}


def way_words(by: GroupsBy | str) -> str:
    """What has a promise of its own, in the reader's language."""
    return str(GROUPS_BY_WORDS[GroupsBy(by)])


def limits_of(signed: Certificate) -> dict[str, float]:
    """The limit of each group that was proved; that for all cases where it has no groups."""
    if signed.threshold is not None:
        return {UNKNOWN: signed.threshold}
    proved = signed.groups.filter(threshold__isnull=False)
    return {one.name: one.threshold for one in proved if one.threshold is not None}


def groups_of(signed: Certificate) -> list[CertifiedGroup]:
    """The groups it was signed for, those with most cases first; none where it has one promise."""
    return list(signed.groups.order_by("-cases", "name")) if signed.groups_by else []


def group_of_proposal(by: GroupsBy, proposal: Proposal) -> str:
    """The group of the case that this was proposed for."""
    return group_of(by, topic=proposal.likeliest, language=proposal.language)


def drawn_by_group(signed: Certificate) -> dict[str, int]:
    """How many checks lots drew of each group under this certificate."""
    drawn = LoneAnswer.objects.filter(certificate=signed, drawn=True, case__planted=None)
    return dict(drawn.values_list("group").annotate(n=Count("pk")))


def checks_by_group(signed: Certificate) -> dict[str, tuple[int, int]]:
    """How many checks people made of each group, and how many found AI wrong."""
    made = LoneAnswer.objects.filter(certificate=signed, drawn=True, case__planted=None)
    told = made.filter(wrong__isnull=False).values_list("group")
    found = told.annotate(n=Count("pk"), wrong=Count("pk", filter=Q(wrong=True)))
    return {group: (n, wrong) for group, n, wrong in found}


@dataclass(frozen=True, slots=True, kw_only=True)
class Traffic:
    """Of a quarter's cases that nothing but evidence decides about: how many there are, and of how
    many AI should be sure enough (not a whole number)."""

    cases: int
    sure: float


def traffic_of(process: Process, signed: Certificate, *, at: datetime) -> Traffic:
    """What came of each group, by what was proved of it.

    Verified cases would not tell: of groups that AI finishes only lots bring cases to people.
    """
    by = GroupsBy(signed.groups_by)
    column = "language" if by is GroupsBy.LANGUAGE else "options__0__result"
    lately = Proposal.objects.filter(
        case__process=process,
        case__routed_at__gt=at - QUARTER,
        case__routed_at__lte=at,
        case__reason__in=BY_HABIT,
    )
    came = dict(lately.values_list(column).annotate(n=Count("pk")))
    shares = {one.name: one.above / one.cases for one in groups_of(signed) if one.cases}
    return Traffic(
        cases=sum(came.values()),
        sure=sum(n * shares.get(name, 0.0) for name, n in came.items()),
    )
