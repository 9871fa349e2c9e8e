"""`samspil ask QUESTION --email ADDRESS`: what is known, as a colleague may see it."""

from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import override

from samspil.core.roles import NotAllowed
from samspil.knowledge.access import check_may_be_answered
from samspil.knowledge.actions import PhrasedAnswer, keep_question, phrase_answer
from samspil.knowledge.models import AskedIn
from samspil.knowledge.queries import Answered, Quote, Standing, answer_to
from samspil.people.models import User
from samspil.people.queries import colleague_of
from samspil.tenancy import actions as tenancy
from samspil.work.queries.choosing import chosen_organisation


class Command(BaseCommand):
    help = "Answer a question from what a colleague may see: a standard answer, or the documents."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("question", nargs="+", help="in plain words")
        parser.add_argument("--email", required=True, help="the colleague's mail address")
        parser.add_argument(
            "--keep-nothing", action="store_true", help="do not keep the question, even nameless"
        )
        parser.add_argument(
            "--phrased", action="store_true", help="let a language model phrase it too, if allowed"
        )
        parser.add_argument("--organisation", default="", help="id or name; needed if several")

    def handle(
        self,
        *_: Any,
        question: list[str],
        email: str,
        organisation: str,
        keep_nothing: bool,
        phrased: bool,
        **__: Any,
    ) -> None:
        user = User.objects.filter(email__iexact=email).first()
        if user is None:
            raise CommandError(f"Nobody here has the address {email}.")
        with override("en"), tenancy.enter(chosen_organisation(organisation)):
            try:
                reader = check_may_be_answered(colleague_of(user))
            except NotAllowed as why:
                raise CommandError(str(why)) from why
            found = answer_to(" ".join(question), reader=reader)
            if not keep_nothing:
                keep_question(found, asked_in=AskedIn.COMMAND, at=timezone.now())
            for line in _lines(found):
                self.stdout.write(line)
            if phrased and found.passages:
                told = phrase_answer(
                    found.question, found.passages, reader=reader, at=timezone.now()
                )
                for line in _phrased(told):
                    self.stdout.write(line)


def _lines(found: Answered) -> Iterator[str]:
    """What is said: a standard answer, or quotes; or none, what comes nearest and who may know."""
    if found.standard:
        yield f"{found.standard.text}\n    {_standing(found.standard)}"
    for quote in found.quotes:
        yield f"{' '.join(quote.text.split())}\n    {_place(quote)}"
    if found.declined:
        yield f"The documents do not answer this. {found.why}"
        for quote in found.nearest:
            yield f"    nearest: {_place(quote)}"
    for standing in found.offered:
        yield f"    standard answer that comes near: {standing.answer} ({_standing(standing)})"
    for one in found.experts:
        yield f"    may know: {one.name}"


def _phrased(told: PhrasedAnswer) -> Iterator[str]:
    """What AI wrote, each sentence with the passages it was found in, and what was left out."""
    if not told.sentences:
        yield f"There is no phrased answer. {told.why}".rstrip()
    else:
        yield "AI phrased this, and each sentence was found in the passage it names:"
    for sentence in told.sentences:
        yield sentence.text
        yield from (f"    [{number}] {_place(quote)}" for number, quote in sentence.quotes)
    if told.left_out:
        yield f"    left out, because no document supports them: {told.left_out}"


def _standing(standing: Standing) -> str:
    answer = standing.answer
    said = f"standard answer of {answer.owner.name}, valid until {answer.valid_until.isoformat()}"
    return f"{said}, may be sent without a look" if answer.alone else said


def _place(quote: Quote) -> str:
    page = f", page {quote.passage.page}" if quote.passage.page else ""
    return quote.path + page
