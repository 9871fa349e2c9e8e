"""Which conversations are kept long enough."""

from django.db.models import QuerySet

from samspil.chat.models import Conversation
from samspil.core.retention.periods import Reach
from samspil.work.queries.retention import not_held, not_in_held


def over_conversations(reach: Reach) -> QuerySet[Conversation]:
    """Conversations whose last turn is long enough ago; none of a held case or process."""
    over = not_held(Conversation.objects.filter(last_at__lte=reach.before), reach.holds)
    return not_in_held(over, reach.holds, process="chat__process")
