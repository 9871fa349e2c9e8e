"""`samspil search WORDS --email ADDRESS`: find cases from the command line."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import override

from samspil.core.roles import Action, NotAllowed
from samspil.core.search_query import query_of
from samspil.people.models import User
from samspil.people.queries import check_may, colleague_of, organisations_of
from samspil.review.queries import Hit, Hits, Narrowing, known_names, search
from samspil.tenancy import actions as tenancy
from samspil.tenancy.models import Organisation
from samspil.work.queries import index_behind

MOST = 100


class Command(BaseCommand):
    help = "Find cases that hold these words, the best first, as a colleague may see them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("words", nargs="+", help='as on the page: words, "phrase", -not, from:')
        parser.add_argument("--email", required=True, help="the colleague's mail address")
        parser.add_argument("--organisation", default="", help="id or name; needed if in several")
        parser.add_argument("--most", type=int, default=20, help="how many to show, at most 100")

    def handle(
        self, *_: Any, words: list[str], email: str, organisation: str, most: int, **__: Any
    ) -> None:
        user = User.objects.filter(email__iexact=email).first()
        if user is None:
            raise CommandError(f"Nobody here has the address {email}.")
        with override("en"), tenancy.enter(_chosen(user, organisation)):
            try:
                reader = check_may(colleague_of(user), Action.SEE_CASES)
            except NotAllowed as why:
                raise CommandError(str(why)) from why
            hits = search(
                query_of(" ".join(words)),
                Narrowing(),
                reader=reader,
                known=known_names(),
                size=min(max(most, 1), MOST),
            )
            self._show(hits)

    def _show(self, hits: Hits) -> None:
        for hit in hits.rows:
            self.stdout.write(_line(hit))
        of = f"more than {hits.total:,}" if hits.more else f"{hits.total:,}"
        self.stderr.write(f"{len(hits.rows)} of {of} cases.")
        if behind := index_behind():
            self.stderr.write(
                f"The index is being built: {behind.done:,} of {behind.total:,}. Run: samspil index"
            )


def _line(hit: Hit) -> str:
    case = hit.case
    passage = "".join(f"[{part.text}]" if part.found else part.text for part in hit.excerpt)
    when = case.opened_at.strftime("%Y-%m-%d")
    return (
        f"{case.public_id}  {when}  {case.stage:8}  {case.subject}\n    {' '.join(passage.split())}"
    )


def _chosen(user: User, words: str) -> Organisation:
    there = organisations_of(user)
    fitting = [one for one in there if not words or words in (one.name, str(one.public_id))]
    if len(fitting) == 1:
        return fitting[0]
    names = ", ".join(f"{one.name} ({one.public_id})" for one in there) or "there is none"
    raise CommandError(f"Say which with --organisation NAME-OR-ID: {names}.")
