"""What is said of a standard answer."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django import forms
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samspil.adapters.tables import UnreadableTable
from samspil.knowledge.actions import LONGEST_TEXT, Standard, Terms
from samspil.knowledge.forms.documents import SECRECY_LABELS, TermsForm
from samspil.knowledge.models import Secrecy, StandardAnswer
from samspil.people.models import Colleague, Team

COLUMNS = ("id", "questions", "answer_da", "answer_de", "answer_en", "secrecy", "team", "owner",
           "valid_until", "alone")  # fmt: skip
"""Of a list of standard answers, out and in; questions stand on lines of one cell, and `alone` is
yes or no: whether it may be sent without a look."""
ALONE = {"": None, "yes": True, "ja": True, "true": True, "no": False, "nej": False, "nein": False,
         "false": False}  # fmt: skip
MOST_ROWS = 500
LANGUAGE_LABELS = {
    "da": gettext_lazy("Answer in Danish"),
    "de": gettext_lazy("Answer in German"),
    "en": gettext_lazy("Answer in English"),
}


class StandardForm(TermsForm):
    """Wordings of the question, the answer, who may see it and until when it holds."""

    wordings = forms.CharField(
        label=gettext_lazy("The question, one wording on each line"),
        max_length=12_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy(
            "The answer is given only where somebody asks for the same in such words. The more "
            "ways of asking stand here, the more often it is found."
        ),
    )
    da = forms.CharField(label=LANGUAGE_LABELS["da"], required=False, max_length=LONGEST_TEXT,
                         widget=forms.Textarea(attrs={"rows": 5, "lang": "da"}))  # fmt: skip
    de = forms.CharField(label=LANGUAGE_LABELS["de"], required=False, max_length=LONGEST_TEXT,
                         widget=forms.Textarea(attrs={"rows": 5, "lang": "de"}))  # fmt: skip
    en = forms.CharField(label=LANGUAGE_LABELS["en"], required=False, max_length=LONGEST_TEXT,
                         widget=forms.Textarea(attrs={"rows": 5, "lang": "en"}))  # fmt: skip
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    field_order = ("wordings", "da", "de", "en", "secrecy", "team", "owner", "review_on")

    def __init__(
        self, *args: Any, teams: Sequence[Team], people: Sequence[Colleague], **kwargs: Any
    ) -> None:
        super().__init__(*args, teams=teams, people=people, **kwargs)
        until = self.fields["review_on"]
        until.label, until.required = _("Holds until"), True
        until.help_text = _(
            "After that day it answers nothing; its owner is told two weeks before."
        )
        self.fields["owner"].help_text = _("Is named beside the answer, to colleagues only.")

    def said(self) -> Standard:
        """What was written."""
        data = self.cleaned_data
        return Standard(
            wordings=data["wordings"].splitlines(),
            texts={one: data[one] for one in LANGUAGE_LABELS},
            terms=self.terms(),
        )


def as_written(answer: StandardAnswer) -> dict[str, Any]:
    """What stands in the form of a standard answer."""
    return {
        "wordings": "\n".join(answer.wordings),
        **answer.texts,
        "secrecy": answer.secrecy,
        "team": str(answer.team.public_id) if answer.team else "",
        "owner": str(answer.owner.public_id),
        "review_on": answer.valid_until,
        "seen": answer.version,
    }


class StandardListForm(forms.Form):
    """A list of standard answers."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
        help_text=gettext_lazy("CSV or Excel, with the columns of the exported list."),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardRow:
    """A row of a list: the id of the answer it changes (empty: a new one), and what it says.

    `alone`: whether it may be sent without a look; None: the row does not say.
    """

    row: int
    id: str
    said: Standard
    alone: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardList:
    """What a list says, and what is wrong with rows of it, by their number from 2."""

    rows: list[StandardRow] = field(default_factory=list)
    wrong: list[tuple[int, str]] = field(default_factory=list)


def standard_list(
    table: Iterable[Sequence[str]], *, teams: Sequence[Team], people: Sequence[Colleague]
) -> StandardList:
    """Read a list, header first; raises `UnreadableTable` where it is none, or too long."""
    lines = iter(table)
    head = [one.strip().casefold() for one in next(lines, ())]
    if "questions" not in head or not any(one.startswith("answer_") for one in head):
        raise UnreadableTable(_("The list needs the columns of the exported one."))
    found = StandardList()
    for row, cells in enumerate(lines, start=2):
        if row > MOST_ROWS + 1:
            raise UnreadableTable(
                _("The file has more than %(most)d rows: divide it.") % {"most": MOST_ROWS}
            )
        said = dict(zip(head, map(_plain, cells), strict=False))
        if not any(one.strip() for one in cells):
            continue
        try:
            made = _said(said, teams=teams, people=people)
            alone = _alone(said.get("alone", ""))
        except ValueError as why:
            found.wrong.append((row, str(why)))
        else:
            named = said.get("id", "").strip()
            found.rows.append(StandardRow(row=row, id=named, said=made, alone=alone))
    return found


def _plain(cell: str) -> str:
    """The cell without the mark by which the export kept a spreadsheet from calculating it."""
    return cell[1:] if cell.startswith("'") and cell[1:2] in {"=", "+", "-", "@"} else cell


def _said(
    said: Mapping[str, str], *, teams: Sequence[Team], people: Sequence[Colleague]
) -> Standard:
    team = _named(said.get("team", ""), teams, wrong=_("There is no such team."))
    owner = _named(said.get("owner", ""), people, wrong=_("There is no such colleague."))
    secrecy = said.get("secrecy", "").strip() or Secrecy.INTERNAL
    if secrecy not in SECRECY_LABELS:
        raise ValueError(_("Who may see it is public, internal or confidential."))
    return Standard(
        wordings=said.get("questions", "").splitlines(),
        texts={one: said.get(f"answer_{one}", "") for one in LANGUAGE_LABELS},
        terms=Terms(
            secrecy=Secrecy(secrecy), team=team, owner=owner,
            review_on=_day(said.get("valid_until", "")),
        ),
    )  # fmt: skip


def _named(name: str, known: Sequence[Any], *, wrong: str) -> Any:
    if not name.strip():
        return None
    found = next((one for one in known if one.name.casefold() == name.strip().casefold()), None)
    if found is None:
        raise ValueError(wrong)
    return found


def _alone(said: str) -> bool | None:
    try:
        return ALONE[said.strip().casefold()]
    except KeyError:
        raise ValueError(_("Whether it may be sent without a look is yes or no.")) from None


def _day(said: str) -> date | None:
    try:
        return parse_date(said.strip()[:10])
    except ValueError:
        return None


def as_row(answer: StandardAnswer) -> list[str]:
    """A standard answer as a row of the list."""
    return [
        str(answer.public_id),
        "\n".join(answer.wordings),
        *(answer.texts.get(one, "") for one in LANGUAGE_LABELS),
        answer.secrecy,
        answer.team.name if answer.team else "",
        answer.owner.name,
        answer.valid_until.isoformat(),
        "yes" if answer.alone else "no",
    ]
