"""The running price of people's minutes: what a minute of looking must save at present.

It is counted in errors that a minute prevents, so that it means the same whatever an error costs,
and in whatever money. It orders what people look at; no limit of AI's knows it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samspil.core.evidence.capacity import next_price

PART = 1 / 40
"""With twice as much asked as there is time for, the price goes from nothing to its highest in so
many opening hours. Dual ascent settles best with a step near the scale over the root of the hours
that it has (Zinkevich, 2003; Balseiro, Lu, Mirrokni, 2023). Measured: a longer step swings more,
with a shorter one it takes weeks until a price is found; with this one days."""
NOTHING = 1e-5
"""A price below one error in 100,000 minutes is none."""
STEPS = (1, 2, 5)
"""Of every ten minutes, hundred minutes and so on, those that a price is told in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A look at a case that was asked of people: its minutes, above 0, and by how much it raises
    the chance to be right. `barred` ones are asked whatever the price."""

    minutes: float
    gain: float
    barred: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Hour:
    """The minutes that people had in an hour, and the looks that fell into it.

    Each falls once: into the hour in which people decided the case, or into that in which it was
    due and still waited. Counting only what was decided would say nothing of a lack of time, since
    nobody can use more minutes than there are.
    """

    budget: float
    looks: tuple[Look, ...]


def course(price: float, hours: Sequence[Hour], *, usual: float) -> Iterator[float]:
    """The price after each of these hours, a look usually taking so many minutes.

    What counts as used is what the price lets through: time left over goes to the rest, and must
    not make minutes dearer. It never rises past the worth of a look at what is surely wrong.
    """
    for hour in hours:
        used = sum(one.minutes for one in hour.looks if asked(one, price=price, usual=usual))
        step = step_of(budget=hour.budget, usual=usual)
        price = min(1 / usual, next_price(price, used=used, budget=hour.budget, step=step))
        yield price


def asked(look: Look, *, price: float, usual: float) -> bool:
    """Whether people are to look at this price; what is barred from AI comes first at any."""
    return look.barred or look.gain / usual > price


def step_of(*, budget: float, usual: float) -> float:
    """How far a price moves when twice as much is asked as there are minutes.

    Where an hour's minutes do not suffice for one case, less, or a single case would be a jump.
    """
    return PART / usual * min(1.0, budget / usual)


def minutes_for_one(price: float) -> int | None:
    """In about how many minutes of looking one error must be prevented; None where nothing is
    asked of a minute.

    Told in steps of 1, 2, 5, 10, 20, …: who looks twice a day does not learn who worked how long.
    """
    if price < NOTHING:
        return None
    minutes = 1 / price
    steps = [one * int(10**tens) for tens in range(6) for one in STEPS]
    return min(steps, key=lambda step: max(step / minutes, minutes / step))


def about(price: float) -> float:
    """The price as it is told: errors a minute, 0 where nothing is asked of one."""
    minutes = minutes_for_one(price)
    return 1 / minutes if minutes else 0.0
