"""Put the first steps away, or take them out again."""

from datetime import datetime

from samspil.core.roles import Action
from samspil.founding.models import Beginning
from samspil.people.models import Colleague
from samspil.people.queries import check_may


def put_steps_away(*, by: Colleague, at: datetime) -> None:
    """Show the first steps no more."""
    check_may(by, Action.CHANGE_ORGANISATION)
    Beginning.objects.filter(put_away_at__isnull=True).update(put_away_at=at)


def show_steps(*, by: Colleague) -> None:
    """Show the first steps again, as far as they are not done."""
    check_may(by, Action.CHANGE_ORGANISATION)
    Beginning.objects.update(put_away_at=None)
