"""What is said of summaries, and a summary as plain text."""

from collections.abc import Iterable, Sequence

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samspil.adapters.reading import Left, Remark, Trouble, UnreadableDocument
from samspil.core.summarising.document import Length
from samspil.summaries.models import Point, Sort, Summary
from samspil.summaries.queries.drafting import NO_PROSE, NOTHING_SAID


def trouble_of(summary: Summary) -> str:
    """Why there is no summary; empty where there is one, or will be."""
    if not summary.trouble:
        return ""
    if summary.trouble in (NO_PROSE, NOTHING_SAID):
        return nothing_because(summary.trouble)
    return str(UnreadableDocument(Trouble(summary.trouble), **summary.trouble_facts))


def nothing_because(trouble: str) -> str:
    """Why there is nothing to say, in the reader's language."""
    if trouble == NOTHING_SAID:
        return _("Nothing is said in this file: choose the transcript as VTT, text or Word file.")
    return _("There are no whole sentences in the text that could be chosen.")


def warnings_of(summary: Summary) -> list[str]:
    """What was left out."""
    said = [str(Remark(left=Left(left), values=values)) for left, values in summary.warnings]
    if summary.read < 1:
        share = max(1, round(summary.read * 100))
        said.append(
            _(
                "The document is very long: the beginning of every section was read, %(share)d "
                "percent of the whole. The rest was left out."
            )
            % {"share": share}
        )
    return said


def mark_of(summary: Summary, *, written_by: str = "") -> str:
    """The line under every summary: that AI made it, who checked it, and where that is verified.

    `written_by` is the language model that wrote any of it; empty where AI only chose.
    """
    address = f"{settings.BASE_URL}/verify/"
    if summary.approved_by is not None and summary.approved_at is not None:
        return _("Made with AI, checked by %(name)s on %(day)s. Check it: %(address)s") % {
            "name": summary.approved_by.name,
            "day": date_format(timezone.localtime(summary.approved_at), "DATE_FORMAT"),
            "address": address,
        }
    if written_by:
        return _(
            "Written by AI (%(model)s): each sentence was found in the passage it names. Nobody "
            "has checked it. Check it: %(address)s"
        ) % {"model": written_by, "address": address}
    return _(
        "Made by AI, which chose these sentences from the text. Nobody has checked it. Check it: "
        "%(address)s"
    ) % {"address": address}


def as_text(points: Iterable[Point]) -> list[str]:
    """Each length of a summary as the lines that people copy, with headings and without."""
    chosen = (one for one in points if one.sort in CHOSEN)
    kept = sorted(chosen, key=lambda one: (CHOSEN.index(Sort(one.sort)), one.position))
    made = []
    for length in Length:
        some = [one for one in kept if one.length <= length]
        made += ["\n".join(one.text for one in some), "\n".join(_under_headings(some))]
    return made


CHOSEN = (Sort.DECISION, Sort.ACTION, Sort.QUESTION, Sort.SENTENCE)
"""What is copied as a text; facts are a table."""


def _under_headings(points: Sequence[Point]) -> Iterable[str]:
    above: list[str] = []
    for one in points:
        if one.headings and one.headings != above:
            yield str(one.headings[-1])
        above = one.headings
        yield one.text
