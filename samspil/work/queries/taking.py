"""Who may take or read a case: the checks that the actions make, for pages that say why not."""

from samspil.work.access import (
    DecidedBefore,
    check_may_look,
    check_may_read,
    check_may_take,
    check_not_emptied,
)

__all__ = [
    "DecidedBefore",
    "check_may_look",
    "check_may_read",
    "check_may_take",
    "check_not_emptied",
]
