"""What cases took before AI, and month by month since."""

from samspil.measures.queries.baselines import (
    Counted,
    baseline_of,
    baselines_of,
    counted,
    latest_baselines,
)
from samspil.measures.queries.months import OfMonth, last_month_of, last_months, series

__all__ = [
    "Counted",
    "OfMonth",
    "baseline_of",
    "baselines_of",
    "counted",
    "last_month_of",
    "last_months",
    "latest_baselines",
    "series",
]
