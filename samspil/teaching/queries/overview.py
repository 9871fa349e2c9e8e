"""Every skill, and under it each process that uses it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, F, OuterRef, Subquery
from django.utils import timezone

from samspil.core.examples import FEW
from samspil.core.forgetting import enough_left
from samspil.core.shares import Share
from samspil.skills.about import About
from samspil.skills.registry import SKILLS, STARTERS
from samspil.teaching.models import Example, Lesson, Origin, Stage, Use, Version
from samspil.teaching.queries.anew import new_labels, to_look_at
from samspil.teaching.queries.examples import starter_examples
from samspil.teaching.queries.versions import embedding_changed, file_there
from samspil.work.models import Decision, Process, Topic, Verdict
from samspil.work.queries import processes, topic_name

LOOKS_BACK = timedelta(days=90)
"""So long ago a decision still counts among what people made of proposals."""
Counts = dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """What people made of the proposals of the version in use, since it is in use.

    Only what was decided in the last ninety days counts, which `LOOKS_BACK` says.
    Decisions of a demonstration are counted apart and prove nothing.
    """

    agreed: int = 0
    changed: int = 0
    rejected: int = 0
    simulated: int = 0

    @property
    def judged(self) -> int:
        """Decisions on a proposal by real people."""
        return self.agreed + self.changed + self.rejected

    @property
    def agreement(self) -> Share:
        """How often people left the proposal as it was."""
        return Share(hits=self.agreed, n=self.judged)


@dataclass(frozen=True, slots=True, kw_only=True)
class Using:
    """One process that uses a skill. `use` is None while it works as it comes, never taught.

    `counts` are the kept examples by topic and language, `names` what topics are called. `new` of
    the examples came since the newest version was taught; `to_look_at` cases decided in the last 90
    days may become examples once somebody looked at them.
    """

    process: Process
    use: Use | None
    counts: Counts
    live: Live
    names: dict[str, str]
    lesson: Lesson | None
    versions: int
    new: int
    to_look_at: int

    @property
    def version(self) -> Version | None:
        """The version in use, as far as there is a row of it."""
        return self.use.version if self.use else None

    @property
    def can_learn(self) -> bool:
        """Whether so many examples are kept that AI can learn anew."""
        topics = {topic: sum(n.values()) for topic, n in self.counts.items()}
        with_starter = self.version is not None and self.version.with_starter
        return enough_left(topics, with_starter=with_starter)

    @property
    def own(self) -> bool:
        """Whether it works with something that was taught here."""
        return bool(self.process.model_file)

    @property
    def quality(self) -> Share:
        """How often the version was right on examples it had not seen."""
        version = self.version
        return Share(hits=version.right, n=version.tried) if version else Share(hits=0, n=0)

    @property
    def examples(self) -> int:
        """How many examples are kept."""
        return sum(sum(by_language.values()) for by_language in self.counts.values())

    @property
    def few(self) -> list[str]:
        """The names of topics with fewer than ten kept examples."""
        few = [topic for topic, n in self.counts.items() if sum(n.values()) < FEW]
        return sorted(self.names.get(topic, topic) for topic in few)

    @property
    def languages(self) -> dict[str, int]:
        """How many examples are kept in each language; empty stands for another one."""
        found: dict[str, int] = {}
        for by_language in self.counts.values():
            for language, n in by_language.items():
                found[language] = found.get(language, 0) + n
        return found

    @property
    def file_there(self) -> bool:
        """Whether the version's file lies where it should."""
        version = self.version
        return version is None or version.origin == Origin.STARTER or file_there(version)

    @property
    def by_words_only(self) -> bool:
        """Whether it was taught with another embedding than today's, and goes by words only."""
        return embedding_changed(self.process)


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillRow:
    """A skill and the processes that use it."""

    name: str
    about: About
    starter: int
    using: list[Using]


def skills() -> list[SkillRow]:
    """Every skill there is."""
    rows = _using()
    return [
        SkillRow(
            name=name,
            about=entry.about,
            starter=sum(len(starter_examples(name, kind)) for kind in STARTERS),
            using=[row for row in rows if row.process.skill == name],
        )
        for name, entry in SKILLS.items()
    ]


def using_of(process: Process) -> Using:
    """One process with its skill."""
    return next(row for row in _using() if row.process.pk == process.pk)


def _using() -> list[Using]:
    uses = Use.objects.filter(to_at__isnull=True).select_related("version", "version__by", "by")
    use_of = {use.process_id: use for use in uses}
    counts, live, names = _counts(), _live(since=timezone.now() - LOOKS_BACK), _names()
    every = processes()
    new, waiting = new_labels(every), to_look_at(at=timezone.now())
    lessons = {one.process_id: one for one in _running()}
    versions = dict(
        Version.objects.values_list("process").annotate(n=Count("pk")).values_list("process", "n")
    )
    return [
        Using(
            process=one,
            use=use_of.get(one.pk),
            counts=counts.get(one.pk, {}),
            live=live.get(one.pk, Live()),
            names=names.get(one.pk, {}),
            lesson=lessons.get(one.pk),
            versions=versions.get(one.pk, 0),
            new=new.get(one.pk, 0),
            to_look_at=waiting.get(one.pk, 0),
        )
        for one in every
    ]


def _running() -> list[Lesson]:
    running = Lesson.objects.filter(stage=Stage.RUNNING).defer("rows", "half", "errors")
    return list(running.order_by("pk"))


def _names() -> dict[int, dict[str, str]]:
    found: dict[int, dict[str, str]] = {}
    for topic in Topic.objects.order_by("pk").defer("replies"):
        found.setdefault(topic.process_id, {})[topic.key] = topic_name(topic)
    return found


def _counts() -> dict[int, Counts]:
    rows = Example.objects.filter(removed_at__isnull=True).values("process", "topic", "language")
    found: dict[int, Counts] = {}
    for row in rows.annotate(n=Count("pk")).order_by("topic", "language"):
        topics = found.setdefault(row["process"], {})
        topics.setdefault(row["topic"], {})[row["language"]] = row["n"]
    return found


def _live(*, since: datetime) -> dict[int, Live]:
    """By process, what was decided lately on proposals made since the version in use is in use."""
    now = Use.objects.filter(process=OuterRef("case__process"), to_at__isnull=True)
    judged = (
        Decision.objects.filter(
            at__gte=since,
            proposal__isnull=False,
            verdict__in=[Verdict.AGREED, Verdict.CHANGED, Verdict.REJECTED],
        )
        .annotate(began=Subquery(now.values("from_at")[:1]))
        .filter(proposal__made_at__gte=F("began"))
    )
    found: defaultdict[int, dict[str, int]] = defaultdict(dict)
    rows = judged.values("case__process", "verdict", "simulated").annotate(n=Count("pk"))
    for row in rows.order_by():
        word = "simulated" if row["simulated"] else row["verdict"]
        here = found[row["case__process"]]
        here[word] = here.get(word, 0) + row["n"]
    return {process: Live(**n) for process, n in found.items()}
