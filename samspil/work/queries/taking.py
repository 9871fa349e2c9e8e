"""Who may take a case: the same check that the actions make, for pages that say why not."""

from samspil.work.access import check_may_look, check_may_take

__all__ = ["check_may_look", "check_may_take"]
