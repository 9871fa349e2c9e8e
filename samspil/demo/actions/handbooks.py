"""The company's documents, from which questions are answered."""

from datetime import datetime
from pathlib import Path

from samspil.knowledge import actions as knowledge
from samspil.knowledge.models import Secrecy
from samspil.people.models import Colleague

PUBLIC = ("garanti-und-service.md",)
"""What customers may read."""
FOLDER = Path(__file__).parents[1] / "documents"


def bring_documents(*, by: Colleague, at: datetime) -> None:
    """Bring in the handbook, the guide to service and the guide to cards, as its owner would."""
    for path in sorted(FOLDER.iterdir()):
        given = knowledge.Given(name=path.name, content=path.read_bytes())
        secrecy = Secrecy.PUBLIC if path.name in PUBLIC else Secrecy.INTERNAL
        terms = knowledge.Terms(owner=by, secrecy=secrecy)
        knowledge.add_documents([given], terms=terms, by=by, at=at)
