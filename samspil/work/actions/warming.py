"""Learn the starter sets beforehand, so that nobody waits for the first look at a message."""

from samspil.adapters import embedding
from samspil.adapters.jobs import enqueue
from samspil.skills.registry import STARTERS, load_skill
from samspil.tenancy.queries import current
from samspil.work.queries import model_folder

WARM_UP = "work.warm_up"
SKILL = "triage"


def ask_to_warm_up() -> None:
    """Have the starter sets learned in the background; each is kept in a file."""
    enqueue(WARM_UP, {"organisation": str(current().public_id)})


def warm_up() -> None:
    """Learn every starter set that is not kept yet: seconds for each."""
    for starter in STARTERS:
        load_skill(SKILL, "", folder=model_folder(), embedder=embedding.chosen(), starter=starter)
