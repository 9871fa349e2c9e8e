"""Everything that can be done with files of messages."""

from samspil.inbox.actions.bringing import BroughtIn, Progress, bring_in, open_once

__all__ = ["BroughtIn", "Progress", "bring_in", "open_once"]
