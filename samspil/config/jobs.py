"""Every kind of background work, by name."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import wraps
from typing import Any
from uuid import UUID

from django.utils import timezone

from samspil.adapters import embedding
from samspil.audit import actions as audit
from samspil.audit.queries import audit_at
from samspil.eventlogs import actions as eventlogs
from samspil.fairness import actions as fairness
from samspil.fairness.models import Why
from samspil.founding import actions as founding
from samspil.gaps import actions as gaps
from samspil.inbox import actions as inbox
from samspil.inbox.queries import import_at, link_with
from samspil.knowledge import actions as knowledge
from samspil.knowledge.queries import run_at
from samspil.likeness import actions as likeness
from samspil.parallel_runs import actions as parallel_runs
from samspil.people.queries import colleague
from samspil.pipeline import actions as pipeline
from samspil.readiness import actions as readiness
from samspil.readiness.models import Interview
from samspil.readiness.queries import round_at
from samspil.review import actions as review
from samspil.review.queries import tag_names
from samspil.review.queries.batches import batch_at
from samspil.rollouts import actions as rollouts
from samspil.summaries import actions as summaries
from samspil.teaching import actions as teaching
from samspil.teaching.queries import lesson_at
from samspil.tenancy import actions as tenancy
from samspil.tenancy.queries import every_organisation, organisation
from samspil.trust import actions as trust
from samspil.work import actions as work
from samspil.work.queries import index_is_whole

COMPLETE_INDEX = "work.complete_index"
Payload = Mapping[str, Any]
Handler = Callable[[Payload], None]


def _inside(handler: Handler) -> Handler:
    """Run the handler for the organisation that the payload names."""

    def run(payload: Payload) -> None:
        with tenancy.enter(organisation(payload["organisation"])):
            handler(payload)

    return run


def _everywhere(handler: Handler) -> Handler:
    """Run the handler in every organisation, one after the other; one that fails keeps no other
    waiting."""

    @wraps(handler)
    def run(payload: Payload) -> None:
        failed = []
        for each in every_organisation():
            try:
                with tenancy.enter(each):
                    handler(payload)
            except Exception as why:  # raised below, once all the others have had their turn
                failed.append(why)
        if failed:
            raise ExceptionGroup(f"{handler.__name__} failed in some organisations.", failed)

    return run


def propose(payload: Payload) -> None:
    """Let AI look at newly arrived cases and route them; later, find similar ones."""
    with embedding.keeping() as shelf:
        work.propose_and_route(payload["cases"], at=timezone.now())
        likeness.keep_read(payload["cases"], shelf=shelf, embedder=embedding.chosen())
    likeness.ask_to_remember(payload["cases"], embedder=embedding.chosen())


def look_again(payload: Payload) -> None:
    """Let AI look at messages that joined their case."""
    with embedding.keeping() as shelf:
        work.look_again(payload["cases"], at=timezone.now())
        likeness.keep_read(payload["cases"], shelf=shelf, embedder=embedding.chosen())
    likeness.ask_to_remember(payload["cases"], embedder=embedding.chosen())


def remember(payload: Payload) -> None:
    """Keep what cases mean, and find the decided cases that were like them."""
    likeness.remember(payload["cases"], embedder=embedding.chosen())


@_everywhere
def remember_anew(_: Payload) -> None:
    """See to the cases that have too few similar ones or no vector."""
    likeness.remember_anew(embedder=embedding.chosen())


def build_index(payload: Payload) -> None:
    """Index some cases that the search does not know, and ask for what remains."""
    after = payload["after"]
    work.build_on(after=UUID(after) if after else None, labels=tag_names)


@_everywhere
def complete_index(_: Payload) -> None:
    """Have the index built where it is not whole."""
    if not index_is_whole():
        work.ask_to_build()


def merge_index(_: Payload) -> None:
    """Join the parts of the index, for all organisations at once."""
    work.merge_index()


def deliver(payload: Payload) -> None:
    """Send the replies that wait in the outbox."""
    work.deliver(payload["outgoing"], at=timezone.now())


def run_batch(payload: Payload) -> None:
    """Do what was asked for to the many cases of a batch, or undo it."""
    review.run_batch(batch_at(payload["batch"]), at=timezone.now())


def bring_in(payload: Payload) -> None:
    """Read a file of messages that a person put aside."""
    inbox.run_upload(import_at(payload["upload"]), at=timezone.now())


def teach(payload: Payload) -> None:
    """Let AI learn, and try what it learned."""
    teaching.run_lesson(lesson_at(payload["lesson"]), at=timezone.now())


@_everywhere
def learn_anew(_: Payload) -> None:
    """Let AI learn anew where enough examples are new."""
    teaching.learn_anew(at=timezone.now())


def read_documents(payload: Payload) -> None:
    """Read documents that were brought in."""
    knowledge.read_documents(
        payload["documents"], embedder=embedding.for_learning(), at=timezone.now()
    )


@_everywhere
def read_scans(_: Payload) -> None:
    """Read scans that could not be read before, where they can be by now."""
    knowledge.read_scans()


@_everywhere
def note_parties(_: Payload) -> None:
    """Keep whom mails came from and went to that were taken in before that was kept."""
    knowledge.note_missing_parties()


@_everywhere
def begin_due(_: Payload) -> None:
    """Begin to look through the sources whose time has come."""
    knowledge.begin_due(at=timezone.now())


def look_through(payload: Payload) -> None:
    """Look through a source for a while."""
    knowledge.work_on(run_at(payload["run"]), now=timezone.now)


def make_summary(payload: Payload) -> None:
    """Make a summary that somebody asked for."""
    summaries.make(payload["summary"], at=timezone.now())


def phrase_summary(payload: Payload) -> None:
    """Let a language model phrase the next part of a summary."""
    summaries.phrase_part(payload["phrasing"], payload["part"], at=timezone.now())


def read_event_log(payload: Payload) -> None:
    """Read an event log that somebody brought in."""
    eventlogs.read_one(payload["log"], at=timezone.now())


def make_access_pack(payload: Payload) -> None:
    """Gather what is held of a person who asks."""
    trust.make_pack(payload["request"], at=timezone.now())


def erase_person(payload: Payload) -> None:
    """Erase what is held of a person who asked for it."""
    trust.erase(payload["erasure"], at=timezone.now())


def try_fairness(payload: Payload) -> None:
    """Try whether swapped words change what AI answers in a process."""
    by = colleague(payload["by"]) if payload["by"] else None
    fairness.try_asked(payload["process"], why=Why(payload["why"]), by=by, at=timezone.now())


@_everywhere
def try_due_fairness(_: Payload) -> None:
    """Have AI tried where a month has passed or it is another one."""
    fairness.try_due(at=timezone.now())


def invite_to_audit(payload: Payload) -> None:
    """Write to the people whom a round asks what takes their time."""
    audit.send_invitations(audit_at(payload["audit"]))


def read_library(payload: Payload) -> None:
    """Read a part of the ready library of tasks, so that they are found by meaning."""
    audit.read_library(payload["start"], embedder=embedding.for_learning())


@_everywhere
def see_to_audits(_: Payload) -> None:
    """End rounds whose last day has passed, and remind in those that end soon."""
    audit.close_due(at=timezone.now())
    audit.remind_due(at=timezone.now())


def invite_to_round(payload: Payload) -> None:
    """Write to the people whom a round asks where the company stands."""
    readiness.send_invitations(round_at(payload["round"]))


def tell_of_interview(payload: Payload) -> None:
    """Write to somebody who is to be interviewed; not where it was left out meanwhile."""
    there = Interview.objects.filter(public_id=payload["interview"], removed_at=None)
    for one in there.select_related("person__user"):
        readiness.send_interview(one)


@_everywhere
def see_to_readiness(_: Payload) -> None:
    """End rounds whose last day has passed, and remind of those that end soon and of the vision."""
    readiness.close_due(at=timezone.now())
    readiness.remind_due(at=timezone.now())
    readiness.remind_of_vision(at=timezone.now())


def draw_gaps(_: Payload) -> None:
    """Draw the map of what is missing anew."""
    gaps.draw_map(embedder=embedding.for_learning(), at=timezone.now())


@_everywhere
def draw_all_gaps(_: Payload) -> None:
    """Draw the map anew where something changed."""
    gaps.draw_changed_map(embedder=embedding.for_learning(), at=timezone.now())


def send_receipt(payload: Payload) -> None:
    """Tell a sender that their message is here."""
    inbox.send_receipt(link_with(payload["link"]), at=timezone.now())


@_everywhere
def escalate(_: Payload) -> None:
    """Take the steps that are due."""
    work.escalate_due(at=timezone.now())


def tell_given(payload: Payload) -> None:
    """Write to somebody about what of the 90-day plan was given to them."""
    to, by = colleague(payload["to"]), colleague(payload["by"])
    pipeline.tell_given(payload["items"], mark=payload["mark"], to=to, by=by)


@_everywhere
def watch_stops(_: Payload) -> None:
    """Put the old way back where what was to stop an initiative has happened."""
    pipeline.watch_stops(at=timezone.now())


@_everywhere
def watch_rollouts(_: Payload) -> None:
    """Settle what may be told of teams in rollouts, and raise alarms for what is off."""
    rollouts.watch_rollouts(at=timezone.now())


@_everywhere
def follow_parallel_runs(_: Payload) -> None:
    """Take in what people decided of the cases that go both ways, and end what is over."""
    parallel_runs.follow_all(at=timezone.now())


@_everywhere
def purge(_: Payload) -> None:
    """Delete and empty what is kept for long enough."""
    trust.purge(at=timezone.now())


@_everywhere
def fold_tallies(_: Payload) -> None:
    """Put alike tallies into one."""
    work.fold_tallies()


@_everywhere
def move_prices(_: Payload) -> None:
    """Let what a minute of looking must save follow what was asked of people."""
    work.move_prices(at=timezone.now())


@_everywhere
def sweep_files(_: Payload) -> None:
    """Delete stored files that belong to no case any more."""
    work.sweep_files(at=timezone.now())


def warm_up(_payload: Payload) -> None:
    """Learn the starter sets before anybody needs them."""
    work.warm_up()


def play_sample(payload: Payload) -> None:
    """Play the weeks of made-up cases before the time at which somebody asked for them."""
    by = colleague(payload["by"])
    founding.play_sample(by=by, at=datetime.fromisoformat(payload["at"]))


HANDLERS: dict[str, Handler] = {
    work.PROPOSE: _inside(propose),
    work.LOOK_AGAIN: _inside(look_again),
    work.DELIVER: _inside(deliver),
    review.RUN_BATCH: _inside(run_batch),
    work.WARM_UP: _inside(warm_up),
    founding.SAMPLE: _inside(play_sample),
    inbox.BRING_IN: _inside(bring_in),
    teaching.TEACH: _inside(teach),
    teaching.LEARN_ANEW: learn_anew,
    inbox.RECEIPT: _inside(send_receipt),
    knowledge.READ: _inside(read_documents),
    fairness.TRY: _inside(try_fairness),
    fairness.TRY_DUE: try_due_fairness,
    knowledge.SCANS: read_scans,
    knowledge.PARTIES: note_parties,
    audit.INVITE: _inside(invite_to_audit),
    audit.CLOSE_DUE: see_to_audits,
    audit.READ_LIBRARY: read_library,
    readiness.INVITE: _inside(invite_to_round),
    readiness.TELL: _inside(tell_of_interview),
    readiness.SEE_TO: see_to_readiness,
    pipeline.TELL: _inside(tell_given),
    gaps.DRAW: _inside(draw_gaps),
    gaps.DRAW_ALL: draw_all_gaps,
    knowledge.ROUND: begin_due,
    knowledge.LOOK: _inside(look_through),
    summaries.MAKE: _inside(make_summary),
    summaries.PHRASE: _inside(phrase_summary),
    eventlogs.READ: _inside(read_event_log),
    trust.PACK: _inside(make_access_pack),
    trust.ERASE: _inside(erase_person),
    pipeline.WATCH: watch_stops,
    rollouts.WATCH: watch_rollouts,
    parallel_runs.FOLLOW: follow_parallel_runs,
    trust.PURGE: purge,
    work.ESCALATE: escalate,
    work.FOLD: fold_tallies,
    work.MOVE_PRICES: move_prices,
    work.SWEEP: sweep_files,
    work.BUILD: _inside(build_index),
    COMPLETE_INDEX: complete_index,
    work.MERGE: merge_index,
    likeness.REMEMBER: _inside(remember),
    likeness.REMEMBER_ANEW: remember_anew,
}
PERIODIC = {
    work.ESCALATE: timedelta(minutes=1),
    work.FOLD: timedelta(minutes=1),
    work.MOVE_PRICES: timedelta(hours=1),
    pipeline.WATCH: timedelta(minutes=1),
    rollouts.WATCH: timedelta(hours=1),
    parallel_runs.FOLLOW: timedelta(minutes=1),
    work.SWEEP: timedelta(days=1),
    fairness.TRY_DUE: timedelta(hours=1),
    knowledge.SCANS: timedelta(days=1),
    knowledge.PARTIES: timedelta(days=1),
    gaps.DRAW_ALL: timedelta(days=1),
    audit.CLOSE_DUE: timedelta(hours=1),
    readiness.SEE_TO: timedelta(hours=1),
    knowledge.ROUND: timedelta(minutes=1),
    trust.PURGE: timedelta(days=1),
    COMPLETE_INDEX: timedelta(hours=1),
    work.MERGE: timedelta(days=1),
    teaching.LEARN_ANEW: timedelta(hours=1),
    likeness.REMEMBER_ANEW: timedelta(hours=1),
}
"""What comes round by itself, and how often."""
