"""An event log of the company's orders, as its order system might export one."""

from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from samspil.adapters.event_logs import Choices
from samspil.demo.queries.cast import LEADER
from samspil.demo.queries.company import colleague_playing
from samspil.eventlogs import actions, queries
from samspil.eventlogs.models import EventLog

NAME = "Ordrer fra webshoppen, efteråret"
ORDERS, SEED = 420, 20
GOT, PRICED, ASKED, CONFIRMED = "Ordre modtaget", "Pris kontrolleret", "Kunde spurgt", "Bekræftet"
PICKED, SENT, BILLED, PAID = "Vare plukket", "Vare sendt", "Faktura sendt", "Betaling bogført"
CALLED_OFF, CREDITED = "Ordre annulleret", "Kreditnota sendt"
WAYS = (
    (50, (GOT, PRICED, CONFIRMED, PICKED, SENT, BILLED, PAID)),
    (22, (GOT, PRICED, ASKED, PRICED, CONFIRMED, PICKED, SENT, BILLED, PAID)),
    (10, (GOT, CONFIRMED, PICKED, PICKED, SENT, BILLED, PAID)),
    (8, (GOT, PRICED, CONFIRMED, PICKED, SENT, BILLED, CREDITED, BILLED, PAID)),
    (6, (GOT, PRICED, ASKED, CALLED_OFF)),
    (4, (GOT, PRICED, ASKED, ASKED, PRICED, CONFIRMED, PICKED, SENT, BILLED, PAID)),
)
"""How many of a hundred orders go which way."""
HOURS = {PRICED: 30, ASKED: 6, CONFIRMED: 2, PICKED: 20, SENT: 4, BILLED: 12, PAID: 300}
"""How long an order usually waits before a step; 8 before any other."""


def bring_in_an_order_log(*, at: datetime) -> int:
    """Bring the log in and read it; returns how many events it has, 0 where it was there."""
    if EventLog.objects.exists():
        return 0
    by = colleague_playing(LEADER)
    made = actions.bring_log("ordrer.csv", _table(before=at).encode(), by=by, at=at)
    choices = Choices(zone=ZoneInfo("UTC"), chosen=queries.kept_preview(made).guess)
    actions.start_log(made, name=NAME, choices=choices, by=by, at=at)
    actions.read_one(made.pk, at=at)
    made.refresh_from_db()
    return queries.facts_in(made).events


def _table(*, before: datetime) -> str:
    chance = Random(SEED)  # noqa: S311 - made-up orders, no secrets
    rows = ["Ordrenummer;Aktivitet;Tidspunkt"]
    ways = [steps for _many, steps in WAYS]
    for order in range(ORDERS):
        moment = before.astimezone(UTC) - timedelta(days=chance.uniform(40, 130))
        for step in chance.choices(ways, [many for many, _steps in WAYS])[0]:
            moment += timedelta(hours=HOURS.get(step, 8) * chance.lognormvariate(0, 0.6))
            rows.append(f"{7000 + order};{step};{moment:%Y-%m-%dT%H:%M:%S}Z")
    return "\n".join(rows)
