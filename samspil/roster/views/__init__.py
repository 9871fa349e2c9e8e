"""The pages of the roster and of teams."""

from samspil.roster.views.moving import leave, reassign, roster, undo
from samspil.roster.views.teams import dissolve, team, teams

__all__ = ["dissolve", "leave", "reassign", "roster", "team", "teams", "undo"]
