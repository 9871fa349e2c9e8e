"""Short ways to arrange a test; everything goes through actions."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import count
from uuid import UUID

from samspil.core.evidence.autonomy import Autonomy
from samspil.core.examples import Labelled
from samspil.core.roles import Role
from samspil.core.routing import Level, Reason
from samspil.core.skill import Senders
from samspil.people import actions as people
from samspil.people import queries as people_here
from samspil.people.models import Colleague, Team
from samspil.teaching import actions as teaching
from samspil.teaching.models import Version
from samspil.uses.models import Use
from samspil.work import actions as work
from samspil.work.models import (
    ApprovedUse,
    Case,
    Certificate,
    Decision,
    FirstJudgement,
    Process,
    ProcessAutonomy,
    Proposal,
    Verdict,
    VerifiedAnswer,
)
from samspil.work.queries.processes import skill_of
from samspil.work.queries.proving import covered_of

MONDAY_9 = datetime(2026, 3, 2, 8, tzinfo=UTC)
"""Nine o'clock in Copenhagen."""
PASSWORD = "correct horse battery"

ORDINARY = "Hello, when will my heat pump be delivered? My order is 4711."
ANGRY = "I am very dissatisfied with your service. Where is my delivery?"

_numbers = count(1)


def make_colleague(
    *roles: Role, name: str = "", email: str = "", password: str | None = None
) -> Colleague:
    """A person with these roles, by default a reviewer; signs in by itself only with a password."""
    number = next(_numbers)
    return people.take_on(
        name=name or f"Colleague {number}",
        email=email or f"colleague{number}@example.com",
        roles=roles or (Role.REVIEWER,),
        password=password,
    )


def entered(colleague: Colleague) -> Colleague:
    """The same colleague as the door finds them, with what it reads along."""
    assert colleague.user is not None
    found = people_here.colleague_of(colleague.user)
    assert found is not None
    return found


def make_team(*members: Colleague, name: str = "") -> Team:
    """A team of these people."""
    return people.form_team(name=name or f"Team {next(_numbers)}", members=members)


def make_process(
    *,
    organisation_model: str = "collaborative",
    team: Team | None = None,
    name: str = "",
    starter: str = "customer_service",
) -> Process:
    """A process whose three levels one team takes, with the starter topics; customers write to it,
    or employees where it begins with the topics of HR or IT."""
    taker = team or make_team()
    process = work.make_process(
        name=name or f"Process {next(_numbers)}",
        organisation_model=organisation_model,
        teams=dict.fromkeys(Level, taker),
        by=None,
        at=MONDAY_9,
        senders=Senders.EMPLOYEES if starter in ("hr", "it") else Senders.CUSTOMERS,
        starter=starter,
    )
    work.set_topics(process, work.starter_topics(starter))
    if starter == "hr":
        let_begin(process)
    return process


def let_begin(process: Process) -> None:
    """Somebody has answered what keeps AI from beginning: nobody decides by what it finds."""
    Use.objects.create(kind="process", thing=str(process.public_id), answers={"about_terms": False})


def teach(
    process: Process, *, texts: Sequence[str], topics: Sequence[str], words_only: bool = True
) -> Version:
    """A version taught from these examples, and in use."""
    rows = [Labelled(text=text, topic=topic) for text, topic in zip(texts, topics, strict=True)]
    looked = teaching.look_at_rows(rows, name="a.csv", process=process, by=None, at=MONDAY_9)
    version = teaching.teach_now(looked, with_starter=False, words_only=words_only, at=MONDAY_9)
    assert version is not None
    teaching.use_version(version, by=None, at=MONDAY_9)
    process.refresh_from_db()
    return version


def make_case(process: Process, text: str = ORDINARY, *, sender: str = "kunde@example.com") -> Case:
    """A case that has just arrived."""
    arrival = work.Arrival(text=text, sender=sender)
    return work.open_cases([arrival], process=process, at=MONDAY_9).cases[0]


def make_waiting(process: Process, text: str = ORDINARY) -> Case:
    """A case that AI has looked at and that waits for a person."""
    case = make_case(process, text)
    work.propose_and_route([case.pk], at=MONDAY_9 + timedelta(minutes=1))
    case.refresh_from_db()
    return case


def make_claimed(process: Process, by: Colleague, text: str = ORDINARY) -> Case:
    """A case that this colleague holds."""
    case = make_waiting(process, text)
    work.claim(case, by=by, at=MONDAY_9 + timedelta(minutes=2))
    return case


def let_judge_first(
    process: Process, by: Colleague, *, share: float = 1.0, second_look: bool = False
) -> None:
    """Have people judge this share of the cases before they see AI's answer."""
    terms = work.Terms(judge_first=share, second_look=second_look)
    work.change_terms(process, terms, by=by, at=MONDAY_9)


def make_judged(
    process: Process, *, n: int, people: int = 5, person: int = 11, ai: int = 7
) -> None:
    """Cases that people judged first, kept as judging and deciding keep them.

    Of `n` decided ones by so many people every `person`-th judgement and every `ai`-th answer was
    wrong, and AI was less sure of those.
    """
    case = make_case(process)
    by = [make_colleague(Role.REVIEWER) for _ in range(people)]
    topics = sorted(topic.key for topic in process.topics.all())[:3]
    for number in range(n):
        right, wrong = topics[number % 3], topics[(number + 1) % 3]
        missed = number % ai == 0
        option = {"result": wrong if missed else right, "confidence": 0.5 if missed else 0.95}
        place = number + 10
        proposal = Proposal.objects.create(
            case=case, round=place, skill="triage", version="1", options=[option], made_at=MONDAY_9
        )
        Decision.objects.create(
            case=case,
            round=place,
            proposal=proposal,
            by=by[number % people],
            verdict="agreed",
            topic=right,
            seconds=1,
            at=MONDAY_9,
        )
        FirstJudgement.objects.create(
            process=process,
            case=case,
            round=place,
            proposal=proposal,
            topic=wrong if number % person == 1 else right,
            decided=right,
            at=MONDAY_9,
        )


def make_verified(
    process: Process,
    *,
    n: int,
    wrong: int,
    version: str = "",
    language: str = "en",
    topic: str = "delivery_status",
    at: datetime = MONDAY_9,
) -> None:
    """As many decisions as a year brings, kept as deciding keeps them; the least sure are wrong."""
    case, by = make_case(process), make_colleague(Role.REVIEWER)
    version = version or skill_of(process).version
    decisions = Decision.objects.bulk_create(
        Decision(case=case, round=number + 10, by=by, verdict="agreed", seconds=1, at=at)
        for number in range(n)
    )
    VerifiedAnswer.objects.bulk_create(
        VerifiedAnswer(
            process=process,
            decision=decision,
            version=version,
            language=language,
            topic=topic,
            sureness=0.5 + 0.4 * place / n,
            wrong=place < wrong,
            proves=True,
            at=at,
        )
        for place, decision in enumerate(decisions)
    )


def make_signed(
    process: Process,
    by: Colleague,
    *,
    money_limit: Decimal | None = Decimal(1000),
    alpha: float = 0.02,
    topics: Sequence[Sequence[str]] = (),
) -> None:
    """The best certificate there could be: AI may finish whatever it has any guess at.

    It covers the topics that have a reply, and these pairs of a topic and a language.
    """
    ProcessAutonomy.objects.filter(process=process).delete()
    signed = Certificate.objects.create(
        process=process,
        level=Autonomy.ALONE,
        version=skill_of(process).version,
        alpha=alpha,
        delta=0.05,
        threshold=0,
        cases=100_000,
        above=100_000,
        wrong=0,
        topics=[*covered_of(process), *topics],
        digest="0" * 64,
        first_case_at=MONDAY_9,
        at=MONDAY_9,
        signed_by=by,
    )
    ProcessAutonomy.objects.create(
        process=process,
        level=Autonomy.ALONE,
        since=MONDAY_9,
        latest=MONDAY_9,
        alpha=alpha,
        lane=0,
        seed="ab" * 16,
        money_limit=money_limit,
        certificate=signed,
    )


def make_uses(
    answer: UUID, process: Process, *, right: int, wrong: int = 0, language: str = "en"
) -> None:
    """Drafts that were this approved answer, kept with what people made of them."""
    case, by = make_case(process), make_colleague(Role.REVIEWER)
    Case.objects.filter(pk=case.pk).update(reason=Reason.NOT_CERTIFIED)
    proposals = Proposal.objects.bulk_create(
        Proposal(case=case, round=place + 10, skill="triage", version="1", made_at=MONDAY_9)
        for place in range(right + wrong)
    )
    ApprovedUse.objects.bulk_create(
        ApprovedUse(
            proposal=one, process=process, answer=answer, version=1, language=language, whole=True
        )
        for one in proposals
    )
    Decision.objects.bulk_create(
        Decision(
            case=case,
            round=one.round,
            proposal=one,
            by=by,
            verdict=Verdict.AGREED if place < right else Verdict.CHANGED,
            seconds=1,
            at=MONDAY_9,
        )
        for place, one in enumerate(proposals)
    )


def make_past(
    process: Process,
    *,
    until: datetime,
    days: int,
    a_day: int,
    seconds: int = 300,
    urgent: int = 0,
    simulated: bool = False,
) -> None:
    """Cases that came on each of so many days before `until` and were decided in so many seconds;
    AI was right about all of them. `urgent` of each day's were a hard rule's."""
    by, version = make_colleague(Role.REVIEWER), skill_of(process).version
    came = [until - timedelta(days=1 + number // a_day) for number in range(days * a_day)]
    cases = Case.objects.bulk_create(
        Case(
            process=process,
            external_id=f"past {next(_numbers)}",
            subject=ORDINARY,
            stage="closed",
            route="together",
            reason="urgent" if number % a_day < urgent else "person_decides",
            opened_at=at,
            due_at=at + timedelta(days=1),
            closed_at=at + timedelta(hours=1),
        )
        for number, at in enumerate(came)
    )
    decisions = Decision.objects.bulk_create(
        Decision(
            case=case, by=by, verdict="agreed", seconds=seconds, simulated=simulated,
            at=case.opened_at + timedelta(hours=1),
        )
        for case in cases
    )  # fmt: skip
    VerifiedAnswer.objects.bulk_create(
        VerifiedAnswer(
            process=process,
            decision=decision,
            version=version,
            sureness=0.7 + 0.25 * (place % 100) / 100,
            wrong=False,
            proves=True,
            simulated=simulated,
            at=decision.at,
        )
        for place, decision in enumerate(decisions)
        if decision.case.reason != "urgent"
    )


def make_open(process: Process, *, n: int, due: datetime, sureness: float | None = 0.8) -> None:
    """So many cases that wait, with AI's guess; None: AI has not looked at them."""
    looked = {"stage": "waiting", "route": "together", "reason": "person_decides"}
    cases = Case.objects.bulk_create(
        Case(
            process=process,
            external_id=f"open {next(_numbers)}",
            subject=ORDINARY,
            opened_at=due - timedelta(days=1),
            due_at=due,
            **({} if sureness is None else looked),
        )
        for _ in range(n)
    )
    if sureness is not None:
        options = [{"result": "delivery_status", "confidence": sureness}]
        Proposal.objects.bulk_create(
            Proposal(case=case, skill="triage", version="1", options=options, sureness=sureness,
                     made_at=case.opened_at)
            for case in cases
        )  # fmt: skip
