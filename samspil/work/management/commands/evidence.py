"""`samspil evidence`: what AI may do alone in a process, by what people verified."""

from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import override

from samspil.core.anonymity import LEAST
from samspil.core.evidence.certificate import Promise
from samspil.core.evidence.groups import GroupsBy
from samspil.core.shares import Share
from samspil.tenancy import actions as tenancy
from samspil.web.words import between, in_hundred, points_between
from samspil.work.models import Certificate, ProcessAutonomy
from samspil.work.queries.autonomy import autonomy_of, lone_figures
from samspil.work.queries.choosing import add_choices, chosen_organisation, chosen_process
from samspil.work.queries.contesting import disagreed_with_ai
from samspil.work.queries.evidence import LIKELY_SHARE, OFFERED, Evidence, Group, evidence_of
from samspil.work.queries.grouping import groups_of, way_words
from samspil.work.queries.judging import Comparison, comparison_of
from samspil.work.queries.ladder_words import gap_words, level_name
from samspil.work.queries.proving import gaps_of, proof_of, wish_of
from samspil.work.queries.watched import watched_of


class Command(BaseCommand):
    help = "Say how much AI could finish alone in a process so that a promise is kept."

    def add_arguments(self, parser: ArgumentParser) -> None:
        add_choices(parser)
        parser.add_argument(
            "--wrong",
            type=int,
            choices=OFFERED,
            help="at most so many of 100 that AI finishes alone are wrong; by default all of them",
        )
        parser.add_argument(
            "--by",
            choices=[GroupsBy.LANGUAGE, GroupsBy.TOPIC],
            help="say it of each group too, as if it had a promise of its own",
        )

    def handle(
        self, *_: Any, organisation: str, process: str, wrong: int | None, by: str | None, **__: Any
    ) -> None:
        with override("en"), tenancy.enter(chosen_organisation(organisation)):
            found = chosen_process(process)
            for each in [wrong] if wrong else OFFERED:
                known = evidence_of(found, promise=Promise(alpha=each / 100), at=timezone.now())
                if each in (wrong, OFFERED[0]):
                    self.stdout.write(
                        f"Version {known.version}: {known.verified} answers verified, "
                        f"{known.wrong} of them wrong"
                        + (f" ({known.overturned} found only later)." if known.overturned else ".")
                    )
                    if known.drawn:
                        self.stdout.write(
                            f"Lots drew {known.drawn} of them for people, {known.drawn_wrong} of "
                            "those wrong."
                        )
                self.stdout.write(f"At most {each} in 100 wrong: {self._share(known)}")
                for line in _by_group(known, GroupsBy(by) if by else None):
                    self.stdout.write(f"  {line}")
            for line in (
                *self._standing(autonomy_of(found)),
                *_beside(comparison_of(found, at=timezone.now())),
            ):
                self.stdout.write(line)

    def _standing(self, kept: ProcessAutonomy) -> Iterator[str]:
        yield f"AI stands at level {kept.level}: {level_name(kept.level)}."
        signed, lone = kept.certificate, lone_figures(kept)
        yield f"What has a promise: {way_words(kept.groups_by)}."
        if signed is not None:
            limit = "the limits of their groups" if signed.groups_by else f"{signed.threshold:.3f}"
            yield (
                f"Certificate of {signed.at:%Y-%m-%d}, signed by {signed.signed_by.name}: "
                f"{signed.wrong} of {signed.above} above {limit} were wrong, from "
                f"{signed.cases} answers ({signed.digest[:12]})."
            )
            yield from _signed_groups(signed)
        if lone is not None:
            found = lone.estimate
            yield (
                f"{found.checks} of {found.cases} lone cases checked, {found.found_wrong} wrong; "
                f"{lone.waiting} checks wait."
            )
        disagreed = disagreed_with_ai(kept.process)
        if disagreed.all:
            yield (
                f"Complaints about lone cases: {disagreed.open} open, {disagreed.changed} upheld, "
                f"{disagreed.stand} not upheld."
            )
        yield from (one.words for one in watched_of(kept, lone))
        now = timezone.now()
        proof = proof_of(kept, at=now)
        for gap in gaps_of(kept, wish_of(proof, signer="-", at=now)):
            yield f"For the next step: {gap_words(gap)}"
        yield from (f"For the next step, {_group(one)}" for one in proof.groups)

    def _share(self, known: Evidence) -> str:
        found = known.certificate
        if found.threshold is not None:
            low, high = known.between
            return (
                f"AI could finish {in_hundred(found.share)} ({between(low, high)}), where it is "
                f"surer than {found.threshold:.3f}: {found.wrong} of {found.above} were wrong."
            )
        if known.wanted is None:
            return "nothing, and more answers would hardly change it: it is wrong too often."
        return (
            f"nothing yet; about {known.missing} more answers until it may probably finish "
            f"{in_hundred(LIKELY_SHARE)}."
        )


def _by_group(known: Evidence, by: GroupsBy | None) -> Iterator[str]:
    """What each way of promising would let AI finish, and each group of one of them."""
    for way in known.ways[1:]:
        yield f"With a promise for {way_words(way.by)}: {in_hundred(way.certificate.share)}."
        for one in way.groups if way.by is by else way.weak:
            yield f"  {_group(one)}"


def _group(one: Group) -> str:
    found, hidden = one.certificate, one.hidden
    said = f"{one.key}: {found.cases} verified, "
    if found.proved:
        said += f"AI could finish {in_hundred(found.share)}, {found.wrong} of {found.above} wrong"
    else:
        said += "nothing yet"
    if one.missing is None:
        said += "; no number of answers would make most likely"
    elif one.missing:
        said += f"; about {one.missing} more until probably {in_hundred(LIKELY_SHARE)}"
    if hidden and hidden.weak:
        said += (
            f"; one promise for all would hide it: {hidden.wrong} of {hidden.above} wrong there, "
            "more than promised, beyond chance"
        )
    return f"{said}."


def _signed_groups(signed: Certificate) -> Iterator[str]:
    for one in groups_of(signed):
        if one.threshold is None:
            yield f"  {one.name}: nothing is proved, so AI finishes none of {one.cases} such."
        else:
            yield (
                f"  {one.name}: {one.wrong} of {one.above} above {one.threshold:.3f} were wrong, "
                f"from {one.cases} answers."
            )


def _beside(known: Comparison) -> Iterator[str]:
    """A person, AI and both together on the same cases."""
    yield f"{known.cases} cases were judged before AI's answer was seen, and decided."
    ways = known.ways
    if ways is None:
        yield f"Too little to compare a person, AI and both: {known.missing} more are missing."
        return
    yield f"AI alone was right in {_right(ways.ai)}."
    if ways.people is None or ways.over_people is None:
        yield f"Of fewer than {LEAST} people it is not told how often they were right."
        return
    yield f"A person alone was right in {_right(ways.people)}."
    yield f"Both together were right in {_right(ways.both)}."
    for other, gain in (("AI alone", ways.over_ai), ("a person alone", ways.over_people)):
        points = points_between(gain.value or 0.0, gain.low, gain.high)
        yield f"Both together, oftener right than {other}: {points}."


def _right(share: Share) -> str:
    return f"{share.hits} of {share.n} ({between(*share.interval)})"
