"""What lies ahead, in the reader's language."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext

from samspil.core.evidence.looking_back import LookBack
from samspil.core.evidence.outlook import WORDS, Outlook


def outlook_words(told: Outlook) -> str:
    """The sentence of an outlook."""
    day = day_name(date.fromordinal(told.day)) if told.day else ""
    return gettext(WORDS[told.meaning]).format(day=day, cases=told.cases)


def back_words(back: LookBack) -> str:
    """What the last weeks say of how far to trust a look ahead."""
    figures = {
        "days": back.days,
        "came": back.came,
        "low": round(back.expected.low),
        "high": round(back.expected.high),
    }
    said = gettext(
        "Looking back: over the last %(days)d days %(came)d cases came; before, %(low)d to "
        "%(high)d would have been expected."
    )
    doubt = gettext("That was a surprise, so trust the picture less.") if back.surprised else ""
    return f"{said % figures} {doubt}".strip()


def short_day(day: date) -> str:
    """A day within two weeks, such as "Mon 30"."""
    return date_format(day, "D j")


def day_name(day: date) -> str:
    """A day with its weekday, such as "Mon 30 November"."""
    return f"{date_format(day, 'D')} {date_format(day, 'MONTH_DAY_FORMAT')}"
