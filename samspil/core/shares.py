"""How often something held, and how sure one may be of that."""

from dataclasses import dataclass
from math import sqrt

Z_95 = 1.959963984540054
"""The normal distribution leaves 2.5 % above this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """`hits` of `n`."""

    hits: int
    n: int

    @property
    def value(self) -> float | None:
        """From 0 to 1; None of nothing."""
        return self.hits / self.n if self.n else None

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % interval; from 0 to 1 where there is nothing to go by."""
        if not self.n:
            return 0.0, 1.0
        share, spread = self.hits / self.n, Z_95**2 / self.n
        middle = share + spread / 2
        reach = Z_95 * sqrt(share * (1 - share) / self.n + spread / (4 * self.n))
        return max(0.0, (middle - reach) / (1 + spread)), min(1.0, (middle + reach) / (1 + spread))
