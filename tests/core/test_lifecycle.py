"""Which stage may follow which."""

import pytest

from samspil.core.lifecycle import NEXT, OPEN, IllegalStep, Stage, check_step

ALLOWED = {
    (Stage.ARRIVED, Stage.WAITING),
    (Stage.ARRIVED, Stage.CLOSED),
    (Stage.WAITING, Stage.CLAIMED),
    (Stage.CLAIMED, Stage.WAITING),
    (Stage.CLAIMED, Stage.CLOSED),
    (Stage.CLOSED, Stage.ARRIVED),
    (Stage.WAITING, Stage.CLOSED),
    (Stage.CLOSED, Stage.WAITING),
    (Stage.CLOSED, Stage.CLAIMED),
}


@pytest.mark.parametrize("current", Stage)
@pytest.mark.parametrize("following", Stage)
def test_a_case_moves_only_along_the_table(current, following):
    if (current, following) in ALLOWED:
        check_step(current, following)
    else:
        with pytest.raises(IllegalStep, match=f"{current} cannot become {following}"):
            check_step(current, following)


def test_every_stage_has_a_row():
    assert set(NEXT) == set(Stage)
    assert set(Stage) - OPEN == {Stage.CLOSED}
