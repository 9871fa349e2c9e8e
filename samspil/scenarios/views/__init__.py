"""Pages on comparisons."""

from samspil.scenarios.views.comparison import change, comparison, new, remove, restore
from samspil.scenarios.views.deciding import choose, comparisons, due, file, look_again
from samspil.scenarios.views.options import option, option_new, option_remove, option_restore

__all__ = [
    "change",
    "choose",
    "comparison",
    "comparisons",
    "due",
    "file",
    "look_again",
    "new",
    "option",
    "option_new",
    "option_remove",
    "option_restore",
    "remove",
    "restore",
]
