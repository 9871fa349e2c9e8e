"""The figures a decision was made on, and what of them is otherwise by now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from samspil.core.payback import Payback
from samspil.core.scenarios.comparing import HORIZONS, Compared
from samspil.core.scenarios.guessing import Percentiles


class Change(StrEnum):
    """What became of an option since."""

    MOVED = "moved"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What an option was to bring when it was decided; `option` is its public id."""

    option: str
    name: str
    net: Mapping[int, Percentiles]
    best: Mapping[int, float]
    payback: Payback

    def kept(self) -> dict[str, Any]:
        """As it is kept."""
        return {
            "option": self.option,
            "name": self.name,
            "net": {str(n): [one.p10, one.p50, one.p90] for n, one in self.net.items()},
            "best": {str(n): one for n, one in self.best.items()},
            "payback": [self.payback.p10, self.payback.p50, self.payback.p90],
        }

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> "Figures":
        """As it was kept."""
        first, middle, last = kept["payback"]
        return cls(
            option=kept["option"],
            name=kept["name"],
            net={int(n): _percentiles(one) for n, one in kept["net"].items()},
            best={int(n): float(one) for n, one in kept["best"].items()},
            payback=Payback(p10=first, p50=middle, p90=last),
        )

    @classmethod
    def now(cls, compared: Compared, *, option: str, name: str) -> "Figures":
        """As they are now."""
        return cls(
            option=option, name=name, net=compared.net, best=compared.best,
            payback=compared.payback,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """An option that is otherwise than when it was decided."""

    change: Change
    name: str
    before: Figures | None
    now: Figures | None


def differences(before: Sequence[Figures], now: Sequence[Figures]) -> list[Difference]:
    """What is otherwise, in the order of the options now, those that are gone last."""
    then = {one.option: one for one in before}
    here = {one.option for one in now}
    found = [
        Difference(
            change=Change.MOVED if one.option in then else Change.NEW,
            name=one.name, before=then.get(one.option), now=one,
        )
        for one in now
        if not _same(then.get(one.option), one)
    ]  # fmt: skip
    gone = [one for one in before if one.option not in here]
    return found + [
        Difference(change=Change.GONE, name=one.name, before=one, now=None) for one in gone
    ]


def _same(before: Figures | None, now: Figures) -> bool:
    """Whether what it brings is as it was; how often it is best also hangs on the others."""
    if before is None:
        return False
    nets = all(before.net.get(months) == now.net[months] for months in HORIZONS)
    return nets and before.payback == now.payback


def _percentiles(kept: Sequence[float]) -> Percentiles:
    p10, p50, p90 = kept
    return Percentiles(p10=p10, p50=p50, p90=p90)
