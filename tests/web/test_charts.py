"""Charts draw what they are given, say it again as a table, and hold no style."""

import re

import pytest
from django.utils import translation

from samspil.web import charts
from samspil.web.charts import Figure, Point, Spot, Tone
from samspil.web.charts.frame import top_of

HEAD = ("Month", "Wrong")


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def test_a_bar_is_as_long_as_its_share_of_the_scale():
    chart = charts.bars([Point(label="A", value=40), Point(label="B", value=10)], head=HEAD)

    assert 'width="100.00%"' in chart.drawing
    assert 'width="25.00%"' in chart.drawing


def test_what_lies_below_0_is_drawn_left_of_it():
    chart = charts.intervals([Point(label="A", value=-50, low=-100, high=100)], head=HEAD)

    assert 'class="plot-zero" x1="50.00%"' in chart.drawing
    assert 'x1="0.00%" x2="100.00%"' in chart.drawing
    assert 'cx="25.00%"' in chart.drawing


def test_a_line_below_0_has_a_level_at_0_and_at_both_ends():
    points = [Point(label=str(at), value=value) for at, value in enumerate((-100, 0, 100))]

    chart = charts.line(points, head=HEAD)

    levels = re.findall(r'class="plot-words is-level".*?y="(.*?)".*?>(.*?)<', chart.drawing)
    assert levels == [("80.0", "0"), ("147.0", "-100"), ("13.0", "100")]


def test_a_tornado_reaches_from_end_to_end_as_large_as_there_is_room():
    points = [
        Point(label="Hours", value=50, low=0, high=100),
        Point(label="Cost", value=50, low=75, high=25),
    ]

    chart = charts.tornado(points, head=HEAD)

    assert re.findall(r'plot-swing" x1="(.*?)" x2="(.*?)"', chart.drawing) == [
        ("0.00%", "100.00%"), ("75.00%", "25.00%"),
    ]  # fmt: skip
    assert chart.rows[1] == ("Cost", "50", "75", "25")


def test_the_table_tells_doubt_and_count_where_given():
    points = [
        Point(label="Oct", value=1.5, low=0.8, high=2.2, n=1240),
        Point(label="Nov", value=None),
    ]

    chart = charts.line(points, head=HEAD)

    assert chart.head == ("Month", "Wrong", "from", "to", "cases")
    assert chart.rows == (("Oct", "1.5", "0.8", "2.2", "1240"), ("Nov", "–", "–", "–", "–"))


def test_a_line_breaks_where_a_figure_is_missing():
    values = [1, 2, None, 3, 4]
    points = [Point(label=str(at), value=value) for at, value in enumerate(values)]

    chart = charts.line(points, head=HEAD)

    assert chart.drawing.count("<polyline") == 2
    assert chart.drawing.count("<circle") == 4


def test_points_that_are_only_expected_are_dashed_and_hollow():
    points = [Point(label=str(value), value=value) for value in (1, 2, 3, 4)]

    chart = charts.line(points, head=HEAD, here=1, ahead=2)

    measured, ahead = re.findall(r'<polyline class="(.*?)".*?points="(.*?)"', chart.drawing)
    assert (measured[0], len(measured[1].split())) == ("plot-line", 2)
    assert (ahead[0], len(ahead[1].split())) == ("plot-line is-ahead", 3)
    assert chart.drawing.count('class="plot-dot is-ahead"') == 2
    assert chart.drawing.count('class="plot-dot is-here"') == 1


def test_shares_of_one_bar_add_up():
    points = [
        Point(label="AI alone", value=3, tone=Tone.ALONE),
        Point(label="Person", value=1, tone=Tone.PERSON),
    ]

    chart = charts.share_bar(points, head=HEAD)

    assert 'x="0.00%" width="75.00%"' in chart.drawing
    assert 'x="75.00%" width="25.00%"' in chart.drawing


@pytest.mark.parametrize(
    "draw",
    [
        charts.bars,
        charts.columns,
        charts.line,
        charts.intervals,
        charts.share_bar,
        charts.tornado,
        charts.strip,
    ],
)
def test_nothing_to_draw_is_said_in_words(draw):
    chart = draw([], head=HEAD)

    assert chart.drawing == '<p class="quiet">There are no figures yet.</p>'
    assert chart.rows == ()


@pytest.mark.parametrize(
    "draw",
    [
        charts.bars,
        charts.columns,
        charts.line,
        charts.intervals,
        charts.share_bar,
        charts.tornado,
        charts.strip,
    ],
)
def test_labels_are_shown_as_text_and_without_style(draw):
    chart = draw([Point(label="<script>", value=1, low=0, high=2, n=3)], head=HEAD)

    assert "<script" not in chart.drawing
    assert "style=" not in chart.drawing


def test_differences_stand_on_either_side_of_none_and_pile_up_where_they_are_alike():
    points = [Point(label=str(one), value=one) for one in (-4, -4, 0, 2)]
    middle = Point(label="In the middle", value=-2, low=-4, high=1)

    chart = charts.strip(points, head=HEAD, middle=middle, sides=("quicker", "<slower>"))

    assert chart.drawing.count("<circle") == 5
    assert chart.drawing.count('cx="0.00%"') == 2
    assert 'cx="50.00%"' in chart.drawing
    assert 'x1="0.00%" x2="62.50%"' in chart.drawing
    assert "&lt;slower&gt;" in chart.drawing
    assert chart.rows[0] == ("In the middle", "-2", "-4", "1")
    assert len(chart.rows) == 5


def spot(mark: str, days: float, hours: float, *, doubt: float = 0) -> Spot:
    x, y = (Figure(one - doubt, one, one + doubt) for one in (days, hours))
    return Spot(label=f"<{mark}>", mark=mark, x=x, y=y)


def test_things_stand_by_two_figures_and_share_a_dot_where_they_would_hide_each_other():
    spots = [spot("1", 2, 8, doubt=1), spot("2", 10, 5), spot("3", 10, 5.2), spot("4", 0, 0)]

    chart = charts.scatter(spots, head=("Task", "Days", "Hours"), corner="<much>")

    assert chart.drawing.count("<rect") == 3
    assert ">2 · 3</text>" in chart.drawing
    assert chart.drawing.count("plot-reach") == 2
    assert '<svg class="plot-spot" x="93.00%" y="138.0">' in chart.drawing
    assert '<svg class="plot-spot" x="10.00%" y="236.0">' in chart.drawing
    assert "&lt;much&gt;" in chart.drawing
    assert "style=" not in chart.drawing
    assert chart.rows[:2] == (("<1>", "2 (1–3)", "8 (7–9)"), ("<2>", "10", "5"))


def test_things_that_are_nothing_are_drawn_and_no_things_are_said_in_words():
    assert "NaN" not in charts.scatter([spot("1", 0, 0)], head=("Task", "Days", "Hours")).drawing
    none = charts.scatter([], head=("Task", "Days", "Hours"))

    assert none.drawing == '<p class="quiet">There are no figures yet.</p>'


def test_levels_of_a_staircase_have_names():
    points = [Point(label="Oct", value=0), Point(label="Nov", value=1)]

    chart = charts.steps(points, head=HEAD, levels=["Person", "AI alone"])

    assert chart.rows == (("Oct", "Person"), ("Nov", "AI alone"))


def test_only_as_many_labels_as_fit_and_always_the_last():
    points = [Point(label=f"day {day}", value=day) for day in range(1, 31)]

    chart = charts.columns(points, head=HEAD)

    assert chart.drawing.count("is-foot") == 8
    assert ">day 30<" in chart.drawing


@pytest.mark.parametrize(
    ("largest", "top"), [(0, 1), (0.021, 0.03), (7.2, 8), (100, 100), (412, 500)]
)
def test_a_scale_ends_at_a_round_number(largest: float, top: float):
    assert top_of([largest, None]) == pytest.approx(top)


def test_a_spark_says_in_words_what_it_shows():
    drawing = charts.spark([1, 2], label="Waiting by hour")

    assert 'aria-label="Waiting by hour"' in drawing
    assert drawing.count("<rect") == 2


def test_the_words_of_a_goal_stand_clear_of_the_line():
    flat = [Point(label=str(n), value=1.0) for n in range(20)]
    rising = [Point(label=str(n), value=1.0 if n < 17 else 10.0) for n in range(20)]
    goal = Point(label="at most this", value=5.0)

    at_the_end = charts.line(flat, head=HEAD, goal=goal, least_top=10)
    in_the_middle = charts.line(rising, head=HEAD, goal=goal)

    assert 'is-goal" x="100.00%"' in at_the_end.drawing
    assert 'is-goal" x="55.00%"' in in_the_middle.drawing


def test_at_the_foot_stands_the_short_word_and_the_last_one_stays_inside():
    points = [Point(label=f"about {n} in 10", value=n, foot=f"{n}0%") for n in range(1, 4)]

    drawn = charts.line(points, head=HEAD)

    assert re.findall(r'is-foot[^>]*text-anchor="(\w+)">([^<]+)<', drawn.drawing) == [
        ("middle", "10%"),
        ("middle", "20%"),
        ("end", "30%"),
    ]
    assert [row[0] for row in drawn.rows] == ["about 1 in 10", "about 2 in 10", "about 3 in 10"]
