"""Somebody writes, AI is taught with it, and then the person is to be forgotten."""

from datetime import timedelta

from samspil.teaching import actions
from samspil.teaching.models import Example, Judgement, Lesson, Version
from samspil.work.queries import model_folder
from tests.factories import MONDAY_9, make_case, teach
from tests.teaching.conftest import BICYCLES, ROWS, work_on

ANE = "ane@example.com"
HERS = BICYCLES[3]
TUESDAY_9 = MONDAY_9 + timedelta(days=1)


def taught(process, rows=ROWS) -> Version:
    """A version taught from these, and in use."""
    return teach(process, texts=[text for text, _ in rows], topics=[topic for _, topic in rows])


def wrote(process, text=HERS, *, sender=ANE):
    return make_case(process, text, sender=sender)


def forget(by=None, *, address=ANE, at=TUESDAY_9):
    return actions.forget_person(address, by=by, at=at)


def learn(done, process) -> Version:
    """What the background job does with the lesson that the forgetting began."""
    lesson = done.lessons[process.pk]
    Lesson.objects.filter(pk=lesson.pk).update(words_only=True)
    version = work_on(lesson)
    assert isinstance(version, Version)
    return version


def path_of(version):
    return model_folder() / version.model_file


def everything_kept() -> str:
    """All that teaching keeps of examples, versions and lessons, as one text."""
    rows = [*Judgement.objects.values(), *Version.objects.values(), *Lesson.objects.values()]
    return str([*rows, *Example.objects.values()])
