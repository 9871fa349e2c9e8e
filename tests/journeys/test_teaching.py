"""A leader teaches AI from the page, reads what it taught, uses it, and goes back."""

import pytest

from samspil.config.jobs import HANDLERS
from samspil.core.roles import Role
from samspil.teaching import actions
from samspil.teaching.models import Lesson, Use
from tests.factories import make_colleague, make_process

TEXTS = {
    "levering": "Hvornår kommer min {0}? Jeg bestilte den i uge {1}, og ingen har ringet.",
    "faktura": "Jeg mangler fakturaen på min {0} fra uge {1}. Kan I sende den igen?",
    "service": "Min {0} skal have service. Har I en ledig tekniker i uge {1}?",
}
THINGS = ("varmepumpe", "oliefyr", "ventilator", "solfanger", "termostat", "kedel")
ODD = (
    "Tak for hjælpen;ros",
    "Min CPR er 010180-1234;levering",
    "To emner;levering",
    "To emner;service",
    ";service",
)
ROWS = [
    f"{text.format(THINGS[n % 6], n + 3)};{topic}"
    for topic, text in TEXTS.items()
    for n in range(14)
]
CSV = "\n".join(["tekst;kategori", *ROWS, *ODD])


def work_on(lesson: Lesson) -> None:
    Lesson.objects.filter(pk=lesson.pk).update(words_only=True)
    payload = {
        "organisation": str(lesson.organisation.public_id),
        "lesson": str(lesson.public_id),
    }
    HANDLERS[actions.TEACH](payload)


@pytest.mark.parametrize("width", [360])
def test_a_file_is_looked_at_learned_from_used_and_left_again(
    transactional_db, organisation, sign_in, page, axe, screenshot, width
):
    def shot(name):
        screenshot(f"teach-{name}-{width}")
        axe(page)

    sign_in(make_colleague(Role.LEADER, Role.REVIEWER, name="Anna"))
    process = make_process(name="Kundeservice")
    page.goto("/skills/")
    shot("skills-before")
    page.get_by_role("link", name="Lær AI op").click()
    shot("upload")
    page.get_by_label("Fil").set_input_files(
        {"name": "beskeder.csv", "mimeType": "text/csv", "buffer": CSV.encode()}
    )
    page.get_by_role("button", name="Se på den").click()
    page.get_by_text("44 eksempler at lære af").wait_for()
    shot("look")

    page.get_by_role("button", name="Lær af dem").click()
    page.get_by_text("AI er ved at lære").wait_for()
    shot("running")
    work_on(Lesson.objects.get())
    page.get_by_role("button", name="Brug denne version").wait_for()
    shot("report")
    assert Use.objects.get(to_at=None).version.origin == "starter"

    page.get_by_role("button", name="Brug denne version").click()
    page.get_by_text("Nye sager sorteres af versionen").wait_for()
    shot("versions")
    assert Use.objects.get(to_at=None).version.origin == "taught"

    page.get_by_role("button", name="Gå tilbage til denne version").click()
    page.get_by_text("„Som den kom”").or_(page.get_by_text("Som den kom")).first.wait_for()
    page.wait_for_load_state()
    assert Use.objects.get(to_at=None).version.origin == "starter"
    page.goto(f"/skills/{process.public_id}/versions/compare/")
    page.get_by_role("button", name="Sammenlign").click()
    shot("compare")
    page.goto("/skills/")
    shot("skills")
