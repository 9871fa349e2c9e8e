"""What a use is, what is owed for it, and whether AI may begin."""

from samspil.uses.access import check_may_govern, check_may_read, may_govern
from samspil.uses.queries.beginning import (
    HERE,
    NotBegun,
    built_in,
    check_may_begin,
    gate_at,
    may_begin_with,
)
from samspil.uses.queries.standing import (
    Standing,
    Thing,
    digest,
    law_looks,
    notice_name,
    notice_on,
    standing_at,
    standings,
)

__all__ = [
    "HERE",
    "NotBegun",
    "Standing",
    "Thing",
    "built_in",
    "check_may_begin",
    "check_may_govern",
    "check_may_read",
    "digest",
    "gate_at",
    "law_looks",
    "may_begin_with",
    "may_govern",
    "notice_name",
    "notice_on",
    "standing_at",
    "standings",
]
