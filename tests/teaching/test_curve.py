"""What more examples would bring: measured out of sight, and expected with its doubt."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from samspil.core.shares import Share
from samspil.people.actions import make_token
from samspil.teaching.models import Version
from samspil.teaching.queries.curves import learning_curve_of
from tests.factories import MONDAY_9, teach
from tests.teaching.conftest import BICYCLES, CAKES

FOUR_SIZES = [[50, 55, 100], [100, 68, 100], [200, 78, 100], [400, 85, 100]]


@pytest.fixture
def version(process):
    return teach(
        process,
        texts=[*BICYCLES, *CAKES],
        topics=["bicycle"] * len(BICYCLES) + ["cake"] * len(CAKES),
    )


@pytest.fixture
def client(leader, client_of):
    client = client_of(leader)
    client.cookies["django_language"] = "en"
    return client


def tried(version, curve) -> None:
    """As if its trial had shown this: from how many examples, how many right of how many."""
    Version.objects.filter(pk=version.pk).update(report={"curve": curve})


def test_a_lesson_tries_four_sizes_each_on_the_same_examples_out_of_sight(process, version):
    curve = learning_curve_of(process)

    assert [point.examples for point in curve.points] == [2, 4, 8, 16]
    assert {point.share.n for point in curve.points} == {8}


def test_up_to_twice_as_many_examples_are_spoken_of_with_their_doubt(process, version):
    tried(version, FOUR_SIZES)

    curve = learning_curve_of(process)

    assert [one.examples for one in curve.ahead] == [600, 800]
    assert curve.points[-1].share == Share(hits=85, n=100)
    for one in curve.ahead:
        assert 0 <= one.low <= one.right <= one.high <= 1
        assert one.right > 0.85
    assert curve == learning_curve_of(process)


def test_of_too_few_sizes_nothing_is_expected(process, version):
    tried(version, FOUR_SIZES[1:])

    curve = learning_curve_of(process)

    assert (len(curve.points), curve.ahead) == (3, ())


def test_what_was_tried_at_one_size_only_or_on_nothing_is_no_curve(process, version):
    tried(version, [[50, 0, 0], [100, 0, 0], [400, 85, 100]])

    assert learning_curve_of(process).points == ()


def test_the_page_draws_it_with_a_table(process, version, client):
    tried(version, FOUR_SIZES)

    told = client.get(reverse("teaching:versions", args=[process.public_id])).content.decode()

    assert "What more examples would bring" in told
    assert told.count('class="plot-dot is-ahead"') == 2
    assert "800, expected" in told
    assert "of more than twice as many examples nothing is said" in told


def test_without_a_curve_the_page_says_what_to_do(process, version, client):
    tried(version, [])

    told = client.get(reverse("teaching:versions", args=[process.public_id])).content.decode()

    assert "No learning curve yet" in told
    assert reverse("teaching:upload", args=[process.public_id]) in told


def test_a_program_and_the_command_tell_the_same(process, version, leader, client, capsys):
    tried(version, FOUR_SIZES)
    token = make_token(colleague=leader, name="a program", at=MONDAY_9)
    address = f"/api/v1/processes/{process.public_id}/learning"

    told = client.get(address, headers={"Authorization": f"Bearer {token}"}).json()
    call_command("skills")

    assert [one["examples"] for one in told["curve"]] == [50, 100, 200, 400]
    assert [one["examples"] for one in told["expected"]] == [600, 800]
    right = told["expected"][1]["right"]
    assert f"with 800 examples {right:.1%} should be right" in capsys.readouterr().out
