"""Public forms as they are found, planned and promised."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext

from samspil.core.public_form import (
    Asked,
    FormPlan,
    Ground,
    Kind,
    OwnField,
    Texts,
    Usual,
)
from samspil.inbox.models import FormAddress, PublicForm
from samspil.work.models import Process


def address_at(slug: str) -> FormAddress | None:
    """The address of this name with its organisation, whosever it is."""
    return FormAddress.objects.select_related("organisation").filter(slug=slug).first()


def form_at(slug: str) -> PublicForm | None:
    """The current organisation's form that is found under this name now."""
    return PublicForm.objects.select_related("process", "organisation").filter(slug=slug).first()


def form_of(process: Process) -> PublicForm | None:
    """The process's form, if it has one."""
    return PublicForm.objects.select_related("process").filter(process=process).first()


def plan_of(form: PublicForm) -> FormPlan:
    """What the form's owner chose."""
    return FormPlan(
        languages=tuple(form.languages),
        texts={language: Texts(**texts) for language, texts in form.texts.items()},
        asked={usual: Asked(form.asked.get(usual, Asked.NO)) for usual in Usual},
        own=tuple(_own(one) for one in form.own),
        files=form.files,
        contact=form.contact,
        ground=Ground(form.ground),
        keep_months=form.keep_months,
        privacy_url=form.privacy_url,
        status_days=form.status_days,
        show_names=form.show_names,
        sites=tuple(form.sites),
    )


def _own(stored: Mapping[str, Any]) -> OwnField:
    return OwnField(
        labels=stored["labels"],
        kind=Kind(stored["kind"]),
        required=stored["required"],
        choices=stored["choices"],
    )


def ground_words(ground: Ground) -> str:
    """On which legal ground it is read, as a sentence."""
    return {
        Ground.CONTRACT: gettext(
            "We need it for a contract with you, or to make one (GDPR, Article 6(1)(b))."
        ),
        Ground.INTEREST: gettext(
            "It is in our legitimate interest to answer you (GDPR, Article 6(1)(f))."
        ),
        Ground.DUTY: gettext("The law obliges us to deal with it (GDPR, Article 6(1)(c))."),
        Ground.CONSENT: gettext(
            "You agree by sending it, and can withdraw that (GDPR, Article 6(1)(a))."
        ),
        Ground.TASK: gettext("It is part of our public task (GDPR, Article 6(1)(e))."),
    }[ground]


def expected_words(due: datetime, *, now: datetime) -> str:
    """Until when an answer can be expected, as a sentence in the current zone and language."""
    there = timezone.localtime(due)
    told = {
        "time": date_format(there, "TIME_FORMAT"),
        "day": date_format(there, "l"),
        "date": date_format(there, "DATE_FORMAT"),
    }
    if due < now:
        return gettext("It takes longer than we meant to. Your message is not forgotten.")
    if there.date() == timezone.localdate(now):
        return gettext("You can expect an answer today by %(time)s.") % told
    return gettext("You can expect an answer by %(day)s, %(date)s at %(time)s.") % told
