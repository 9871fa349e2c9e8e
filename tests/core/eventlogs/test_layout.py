"""Where steps stand on the map."""

from samspil.core.eventlogs.layout import BOX_HEIGHT, BOX_WIDTH, laid_out


def at(drawn):
    return {one.node: one for one in drawn.boxes}


def test_steps_stand_below_those_before_them():
    boxes = at(laid_out([0, 1, 2], [(0, 1), (1, 2), (0, 2)]))

    assert boxes[0].y < boxes[1].y < boxes[2].y


def test_a_line_back_runs_upwards_and_a_loop_has_no_spots():
    lines = {one.edge: one for one in laid_out([0, 1], [(0, 1), (1, 0), (1, 1)]).lines}

    assert (lines[0, 1].back, lines[1, 0].back, lines[1, 1].spots) == (False, True, ())
    assert lines[1, 0].spots[0][1] > lines[1, 0].spots[-1][1]


def test_no_boxes_overlap_and_all_lie_within_the_drawing():
    edges = [(0, n) for n in range(1, 12)] + [(n, 12) for n in range(1, 12)] + [(12, 0), (0, 12)]

    drawn = laid_out(range(13), edges)

    for one in drawn.boxes:
        assert BOX_WIDTH / 2 <= one.x <= drawn.width - BOX_WIDTH / 2
        assert BOX_HEIGHT / 2 <= one.y <= drawn.height - BOX_HEIGHT / 2
        for other in drawn.boxes:
            apart = abs(one.x - other.x) >= BOX_WIDTH or abs(one.y - other.y) >= BOX_HEIGHT
            assert apart or one is other


def test_a_line_that_passes_a_layer_runs_through_no_box():
    drawn = laid_out([0, 1, 2], [(0, 1), (1, 2), (0, 2)])

    passing = next(one for one in drawn.lines if one.edge == (0, 2))
    box = at(drawn)[1]
    (x, _y) = passing.spots[1]
    assert abs(x - box.x) > BOX_WIDTH / 2


def test_the_same_steps_are_drawn_the_same_way_each_time():
    edges = [(0, 1), (0, 2), (1, 3), (2, 3), (3, 0)]

    assert laid_out(range(4), edges) == laid_out(range(4), edges)


def test_a_step_that_nothing_joins_is_there_too():
    assert set(at(laid_out([0, 1], []))) == {0, 1}
