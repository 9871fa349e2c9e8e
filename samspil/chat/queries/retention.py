"""Which conversations are kept long enough."""

from django.db.models import QuerySet

from samspil.chat.models import Conversation
from samspil.core.retention.periods import Reach
from samspil.work.queries.retention import not_held


def over_conversations(reach: Reach) -> QuerySet[Conversation]:
    """Conversations whose last turn is long enough ago; none of a held case or process."""
    over = not_held(Conversation.objects.filter(last_at__lte=reach.before), reach.holds)
    held = reach.holds.processes
    return over.exclude(chat__process__public_id__in=held) if held else over
