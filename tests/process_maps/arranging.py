"""A map of three steps, and the pages about one of each kind."""

from samspil.core.process_maps.drafting import Draft, Drafted, in_a_row
from samspil.core.process_maps.saying import Said
from samspil.people.models import Colleague
from samspil.process_maps.actions import begin_map, plan_map
from samspil.process_maps.models import Connection, ProcessMap, Step
from tests.factories import MONDAY_9


def drawn(by: Colleague, *names: str, minutes: float = 10) -> ProcessMap:
    """Steps in a row, of ten minutes each, by default Receive, Decide, Answer."""
    steps = [
        Drafted(name=name, owner="Service", said=Said(minutes=minutes))
        for name in names or ("Receive", "Decide", "Answer")
    ]
    draft = Draft(steps=steps, ways=in_a_row(len(steps)))
    return begin_map("Inquiries", draft, by=by, at=MONDAY_9)


def steps_by_name(one: ProcessMap) -> dict[str, Step]:
    """The steps of a map, left out or not."""
    return {step.name: step for step in Step.objects.filter(map=one).select_related("map")}


def ways_by_name(one: ProcessMap) -> set[tuple[str, str]]:
    """The ways between steps, by their names."""
    rows = Connection.objects.filter(map=one, removed_at=None)
    return set(rows.values_list("source__name", "target__name"))


def mapped(owner: Colleague) -> tuple[ProcessMap, Step, Connection]:
    """One thing of each kind."""
    made = drawn(owner, "a", "b")
    return made, made.steps.order_by("pk")[0], made.connections.get()


def of_maps(by: Colleague) -> dict[str, str]:
    """The pages on a map with a plan."""
    made = drawn(by)
    plan = plan_map(made, "Later", by=by, at=MONDAY_9)
    whole = f"/maps/{made.public_id}/"
    return {
        "map": whole,
        "map-change": f"{whole}change/",
        "map-step-new": f"{whole}steps/",
        "map-step": f"/maps/steps/{made.steps.order_by('place')[1].public_id}/",
        "map-plan": f"/maps/{plan.public_id}/?show=potential",
        "map-beside": f"/maps/{plan.public_id}/beside/",
    }
