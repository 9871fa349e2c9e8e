"""The pages of the roster, of AI colleagues and of teams."""

from samspil.roster.views.mandate import ai_colleague
from samspil.roster.views.moving import leave, reassign, roster, undo
from samspil.roster.views.teams import dissolve, team, teams

__all__ = ["ai_colleague", "dissolve", "leave", "reassign", "roster", "team", "teams", "undo"]
