"""A leader sees what AI learned by itself, takes it over, and reads the learning curve."""

import pytest

from samspil.core.roles import Role
from samspil.teaching import actions
from samspil.teaching.models import LaneTrial, Lesson, Version
from samspil.teaching.queries.versions import version_in_use
from tests.factories import MONDAY_9, make_colleague, make_process
from tests.teaching.test_trying import keep


@pytest.mark.parametrize("width", [360])
def test_a_leader_takes_over_what_ai_learned_and_reads_the_curve(
    transactional_db, organisation, sign_in, page, axe, screenshot, width
):
    def shot(name):
        screenshot(f"{name}-{width}")
        axe(page)

    anna = make_colleague(Role.LEADER, name="Anna")
    process = make_process(name="Kundeservice")
    keep(process)
    [lesson] = actions.learn_anew(at=MONDAY_9)
    Lesson.objects.update(words_only=True)
    actions.run_lesson(Lesson.objects.get(pk=lesson.pk), at=MONDAY_9)
    Version.objects.filter(origin="taught").update(
        report={"curve": [[50, 110, 200], [100, 136, 200], [200, 156, 200], [400, 170, 200]]}
    )
    sign_in(anna)
    page.goto("/")
    page.get_by_text("en ny version tilbydes").wait_for()
    shot("learning-offered")

    page.get_by_role("button", name="Brug denne version").click()
    page.get_by_role("heading", name="Hvad flere eksempler ville bringe").wait_for()
    shot("learning-curve")

    assert version_in_use(process) == Version.objects.get(origin="taught")
    assert LaneTrial.objects.get().answered_by == anna
