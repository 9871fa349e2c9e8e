"""People are invited by letter, and reminded once where they have not handed in."""

from datetime import timedelta
from email import message_from_bytes
from email.policy import default

import pytest

from samspil.audit import actions
from samspil.audit.models import Audit
from samspil.core.roles import NotAllowed
from tests.audit.conftest import answered, listed
from tests.factories import MONDAY_9

WEDNESDAY = MONDAY_9 + timedelta(days=2)


@pytest.fixture
def letters(settings, tmp_path):
    """Everything that was laid into the mail folder: to whom, and what."""
    settings.MAIL_FOLDER = tmp_path

    def read() -> dict[str, str]:
        found = [message_from_bytes(one.read_bytes(), policy=default) for one in tmp_path.iterdir()]
        return {str(one["To"]): one.get_content() for one in found}

    return read


def test_everybody_the_round_asks_gets_a_letter_once(round_, lene, emil, letters):
    assert actions.invite(round_, by=lene, at=MONDAY_9)
    assert not actions.invite(round_, by=lene, at=MONDAY_9)

    assert actions.send_invitations(round_) == 2
    assert actions.send_invitations(round_) == 2

    assert set(letters()) == {lene.user.email, emil.user.email}
    assert f"/audits/{round_.public_id}/mine/" in letters()[emil.user.email]


def test_only_who_has_not_handed_in_is_reminded_and_only_once(round_, lene, emil, letters):
    answered(round_, emil, listed("Answer mail", by=lene))
    actions.invite(round_, by=lene, at=MONDAY_9)

    assert actions.remind_due(at=MONDAY_9) == 0
    assert actions.remind_due(at=WEDNESDAY) == 1
    assert actions.remind_due(at=WEDNESDAY) == 0

    assert set(letters()) == {lene.user.email}


def test_nobody_is_reminded_where_nobody_was_invited(round_, letters):
    assert actions.remind_due(at=WEDNESDAY) == 0


def test_only_who_shares_out_work_invites_and_only_while_it_goes_on(round_, lene, emil):
    with pytest.raises(NotAllowed):
        actions.invite(round_, by=emil, at=MONDAY_9)
    actions.close_audit(round_, by=lene, at=MONDAY_9)

    with pytest.raises(actions.UnfitRound):
        actions.invite(Audit.objects.get(), by=lene, at=MONDAY_9)
