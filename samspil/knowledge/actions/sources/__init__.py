"""Everything that can be done to sources of documents."""

from samspil.knowledge.actions.sources.ending import bring_back, remove_missing
from samspil.knowledge.actions.sources.keeping import (
    BadSource,
    SourceTerms,
    add_source,
    change_source,
    pause_source,
    remove_source,
    restore_source,
    resume_source,
)
from samspil.knowledge.actions.sources.rounds import LOOK, ROUND, begin_due, begin_round
from samspil.knowledge.actions.sources.sweeping import sweep_rounds, sweep_sources
from samspil.knowledge.actions.sources.working import work_on

__all__ = [
    "LOOK",
    "ROUND",
    "BadSource",
    "SourceTerms",
    "add_source",
    "begin_due",
    "begin_round",
    "bring_back",
    "change_source",
    "pause_source",
    "remove_missing",
    "remove_source",
    "restore_source",
    "resume_source",
    "sweep_rounds",
    "sweep_sources",
    "work_on",
]
