"""Looks that people took, for tests of the running price."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import count

from samspil.people.models import Colleague
from samspil.work.models import Case, Decision, Process, Proposal

_numbers = count(1)


def make_looks(
    process: Process,
    *,
    n: int,
    at: datetime,
    by: Sequence[Colleague],
    seconds: int = 300,
    sureness: float | None = 0.5,
    due: datetime | None = None,
    simulated: bool = False,
) -> None:
    """So many cases decided at this time, by these people in turn; AI was so sure of its answer
    (None: it had none). They were due a day later, or when it is said."""
    cases = Case.objects.bulk_create(
        Case(
            process=process, external_id=f"look {next(_numbers)}", subject="A question",
            stage="closed", route="together", reason="person_decides",
            opened_at=at - timedelta(hours=1), due_at=due or at + timedelta(days=1), closed_at=at,
        )
        for _ in range(n)
    )  # fmt: skip
    proposals: list[Proposal | None] = [None] * n
    if sureness is not None:
        options = [{"result": "delivery_status", "confidence": sureness}]
        proposals[:] = Proposal.objects.bulk_create(
            Proposal(case=case, skill="triage", version="1", options=options, sureness=sureness,
                     made_at=case.opened_at)
            for case in cases
        )  # fmt: skip
    Decision.objects.bulk_create(
        Decision(case=case, proposal=proposal, by=by[number % len(by)], verdict="agreed",
                 seconds=seconds, simulated=simulated, at=at)
        for number, (case, proposal) in enumerate(zip(cases, proposals, strict=True))
    )  # fmt: skip
