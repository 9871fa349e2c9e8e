"""Topics as a file: what a row must hold, and what the list would change."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samspil.adapters.tables import UnreadableTable
from samspil.core.floors import Floor
from samspil.core.routing import Level
from samspil.core.topics import COLUMNS, LANGUAGES, TopicText, topic_key
from samspil.work.actions.naming import NamesFeeling, check_topics
from samspil.work.forms.topics import TopicForm, as_written
from samspil.work.models import Process, Topic

MOST_TOPICS = 300
KEY = re.compile(r"[a-z0-9_]{1,60}")
FORMULA = ("=", "+", "-", "@", "\t", "\r")
NAMES = tuple(f"name_{one}" for one in LANGUAGES)


class TopicListForm(forms.Form):
    """A list of topics as a file."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx"}),
        help_text=gettext_lazy(
            "CSV or Excel (.xlsx) with the columns of the export. A column that is missing changes "
            "nothing, and a topic that the list does not name stays."
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongTopic:
    """A row that is left out, counted from 1 as a spreadsheet does."""

    row: int
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedTopic:
    """A topic of which the list says something else."""

    before: TopicText
    after: TopicText

    @property
    def shown(self) -> list[tuple[str, str, str]]:
        """Each field that changes: what it is called, before and after."""
        before, after = _written(self.before), _written(self.after)
        labels = {name: str(field.label) for name, field in TopicForm().fields.items()}
        return [
            (label, before[name], after[name])
            for name, label in labels.items()
            if before[name] != after[name]
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicList:
    """What a list would change; `same` and `missing` count topics that stay as they are."""

    new: Sequence[TopicText]
    changed: Sequence[ChangedTopic]
    same: int
    missing: int
    wrong: Sequence[WrongTopic]

    @property
    def texts(self) -> list[TopicText]:
        """All that taking the list over would write."""
        return [*self.new, *(one.after for one in self.changed)]

    @property
    def counts(self) -> dict[str, int]:
        """How many of each kind there are."""
        return {
            "new": len(self.new),
            "changed": len(self.changed),
            "same": self.same,
            "missing": self.missing,
            "wrong": len(self.wrong),
        }


class _BadRow(ValueError):
    """This row is no topic; the sentence says why."""


def topic_list(table: Iterable[Sequence[str]], *, process: Process) -> TopicList:
    """Compare a table, header first, with the topics there are; raises `UnreadableTable`."""
    return topics_listed(_rows(table), process=process)


def topics_listed(rows: Iterable[tuple[int, Mapping[str, str]]], *, process: Process) -> TopicList:
    """Compare rows with the topics there are: each by its number, with cells by column.

    Raises `UnreadableTable` where there are too many.
    """
    here = {topic.key: topic for topic in process.topics.all()}
    read: dict[str, TopicText] = {}
    wrong: list[WrongTopic] = []
    for row, cells in rows:
        if len(read) + len(wrong) >= MOST_TOPICS:
            most = {"most": MOST_TOPICS}
            raise UnreadableTable(_("The file has more than %(most)d rows: divide it.") % most)
        try:
            text = _topic(cells, here=here, read=read, gone=process.moved_topics)
            _check_kept(text, here.get(text.key), process)
            _check_names(text, [*_others(here, read), *read.values()])
        except _BadRow as why:
            wrong.append(WrongTopic(row=row, sentence=str(why)))
        else:
            read[text.key] = text
    known = {key: as_text(topic) for key, topic in here.items()}
    return TopicList(
        new=[text for key, text in read.items() if key not in here],
        changed=[
            ChangedTopic(before=known[key], after=text)
            for key, text in read.items()
            if key in here and text != known[key]
        ],
        same=sum(known.get(key) == text for key, text in read.items()),
        missing=len(here.keys() - read.keys()),
        wrong=wrong,
    )


def as_text(topic: Topic) -> TopicText:
    """A topic as a list would say it."""
    return TopicText(
        key=topic.key,
        level=Level(topic.level),
        floor=Floor(topic.floor) if topic.floor else None,
        names={one: said for one in LANGUAGES if (said := str(topic.names.get(one, "")).strip())},
        replies={
            one: said for one in LANGUAGES if (said := str(topic.replies.get(one, "")).strip())
        },
    )


def _written(text: TopicText) -> dict[str, str]:
    """By the names of the form's fields."""
    names = {f"name_{one}": text.names.get(one, "") for one in LANGUAGES}
    replies = {f"reply_{one}": text.replies.get(one, "") for one in LANGUAGES}
    return {"level": str(text.level), "floor": text.floor or "", **names, **replies}


def _rows(table: Iterable[Sequence[str]]) -> Iterator[tuple[int, Mapping[str, str]]]:
    rows = iter(table)
    header = [cell.strip().casefold() for cell in next(rows, ())]
    if not {"topic", *NAMES} & set(header):
        raise UnreadableTable(
            _("The first row must name the columns: topic, level, name_en and so on.")
        )
    for row, cells in enumerate(rows, start=2):
        named = zip(header, map(_plain, cells), strict=False)
        values = {name: cell for name, cell in named if name in COLUMNS}
        if any(values.values()):
            yield row, values


def _plain(cell: str) -> str:
    """Without the mark that keeps a spreadsheet from calculating it."""
    cell = cell.strip()
    return cell[1:] if cell[:1] == "'" and cell[1:2] in FORMULA else cell


def _topic(
    cells: Mapping[str, str],
    *,
    here: Mapping[str, Topic],
    read: Mapping[str, TopicText],
    gone: Mapping[str, str],
) -> TopicText:
    name = next((cells[one] for one in NAMES if cells.get(one)), "")
    key = cells.get("topic") or topic_key(name, taken={*here, *read, *gone})
    if key in read:
        raise _BadRow(_("This topic stands twice in the list: keep one row."))
    if not KEY.fullmatch(key) or key in gone:
        raise _BadRow(
            _("“%(key)s” cannot be used: leave the column topic empty for a new one.")
            % {"key": key[:60]}
        )
    topic = here.get(key) or Topic(key=key, level="1")
    said = {name: cell for name, cell in cells.items() if name != "topic"}
    form = TopicForm({**as_written(topic), **said})
    if not form.is_valid():
        raise _BadRow(" ".join(_sentences(form)))
    return form.text(topic)


def _sentences(form: TopicForm) -> Iterator[str]:
    for field, errors in form.errors.items():
        label = form.fields[field].label if field in form.fields else ""
        yield from (f"{label}: {error}" if label else str(error) for error in errors)


def _others(here: Mapping[str, Topic], read: Mapping[str, TopicText]) -> Iterator[TopicText]:
    return (as_text(topic) for key, topic in here.items() if key not in read)


def _check_kept(text: TopicText, topic: Topic | None, process: Process) -> None:
    if topic is not None and topic.floor == Floor.PEOPLE and text.floor is not Floor.PEOPLE:
        raise _BadRow(_("That it decides about a person is lifted on the topic's own page only."))
    try:
        check_topics(process, [text])
    except NamesFeeling as why:
        raise _BadRow(str(why)) from why


def _check_names(text: TopicText, others: Iterable[TopicText]) -> None:
    for other in others:
        for language, name in text.names.items():
            taken = other.names.get(language, "").casefold() == name.casefold()
            if taken and other.key != text.key:
                raise _BadRow(_("There is a topic “%(name)s” already.") % {"name": name})
