"""Two chat tools compared and one chosen, and a choice that is still open."""

from datetime import datetime, timedelta
from decimal import Decimal

from samspil.core.scenarios.comparing import OWN, Assumption
from samspil.core.scenarios.guessing import Guess
from samspil.demo.actions.sharing_out import FIGURES, ORDERS
from samspil.demo.queries.cast import LEADER, OWNER
from samspil.demo.queries.company import colleague_playing
from samspil.people.queries import day_of
from samspil.scenarios import actions as scenarios
from samspil.scenarios.models import Comparison, Option
from samspil.scenarios.queries import candidates, comparison_at

HOUR = Decimal(425)
QUARTER = timedelta(days=90)
Points = tuple[float, float, float]
WITH_LICENCE: tuple[Points, ...] = (
    (15_000, 25_000, 45_000), (3_500, 4_200, 5_500), (30, 55, 80), (1, 2, 4), (0.4, 0.65, 0.85),
)  # fmt: skip
SMALLER: tuple[Points, ...] = (
    (4_000, 8_000, 15_000), (900, 1_200, 1_600), (15, 30, 45), (1, 1, 2), (0.4, 0.6, 0.8),
)  # fmt: skip
BUILT: tuple[Points | None, ...] = (None, (1_500, 2_500, 4_000), None, (3, 5, 9), (0.6, 0.8, 0.95))
BOUGHT: tuple[Points, ...] = (
    (20_000, 35_000, 60_000), (2_000, 2_800, 3_500), (12, 25, 40), (1, 2, 4), (0.5, 0.7, 0.9),
)  # fmt: skip


def compare_options(*, at: datetime) -> bool:
    """Do all of it once; tells whether it was done now."""
    if Comparison.objects.exists():
        return False
    leader = colleague_playing(LEADER)
    tools = _begin("Skriveværktøj til kundeservice: den store eller den lille licens?", at=at)
    _lay(tools, "Den store licens", WITH_LICENCE, risk="Prisen kan stige ved fornyelsen.", at=at)
    small = _lay(tools, "Den lille licens", SMALLER, risk="Når ikke ud til de svære sager.", at=at)
    scenarios.choose(
        tools, small, seen=comparison_at(tools.public_id).version, by=leader, at=at,
        reason="Den kan siges op måned for måned, og vi lærer, hvor meget vi selv bruger den.",
        otherwise="Hvis mere end halvdelen rammer grænsen for den lille licens.",
        look_again_on=day_of(at) + QUARTER,
    )  # fmt: skip
    orders = _begin("Ordrer fra mail til økonomi: bygge selv eller købe?", at=at)
    _lay(orders, "Bygge selv", BUILT, tasks=(ORDERS, FIGURES), risk="Én person kender den.", at=at)
    _lay(orders, "Købe et færdigt modul", BOUGHT, risk="Passer kun til ét økonomisystem.", at=at)
    return True


def _begin(name: str, *, at: datetime) -> Comparison:
    wanted = scenarios.Wanted(name=name, currency="DKK", hour_cost=HOUR)
    return scenarios.begin_comparison(wanted, by=colleague_playing(OWNER), at=at)


def _lay(
    comparison: Comparison,
    name: str,
    points: tuple[Points | None, ...],
    *,
    risk: str,
    at: datetime,
    tasks: tuple[str, ...] = (),
) -> Option:
    guesses: dict[Assumption, Guess] = {
        one: Guess(low=each[0], likely=each[1], high=each[2])
        for one, each in zip(OWN, points, strict=True)
        if each is not None
    }
    chosen = [task for task, _rule in candidates().values() if task.title in tasks] if tasks else []
    said = scenarios.Said(name=name, guesses=guesses, tasks=chosen, risk=risk)
    return scenarios.add_option(comparison, said, by=colleague_playing(OWNER), at=at)
