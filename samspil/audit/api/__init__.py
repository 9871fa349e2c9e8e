"""Rounds, tables and tasks by program."""

from ninja import Router

from samspil.audit.api.rounds import router as rounds
from samspil.audit.api.tables import router as tables
from samspil.audit.api.tasks import router as tasks

router = Router()
for part in (rounds, tables, tasks):
    router.add_router("", part)
