"""Charts drawn on the server: points in, a drawing and its table out. Nothing is read or stored.

Positions across are percentages, so that a drawing fits any width and its words keep their size.
"""

from samspil.web.charts.bars import bars, columns, share_bar, spark
from samspil.web.charts.frame import Chart, Point, Tone, number
from samspil.web.charts.intervals import intervals, tornado
from samspil.web.charts.lines import line, steps
from samspil.web.charts.scatter import Figure, Spot, scatter
from samspil.web.charts.spans import Stretch, lane, months, reach
from samspil.web.charts.strip import strip

__all__ = [
    "Chart",
    "Figure",
    "Point",
    "Spot",
    "Stretch",
    "Tone",
    "bars",
    "columns",
    "intervals",
    "lane",
    "line",
    "months",
    "number",
    "reach",
    "scatter",
    "share_bar",
    "spark",
    "steps",
    "strip",
    "tornado",
]
