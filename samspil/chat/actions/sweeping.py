"""Delete conversations when their time is over."""

from datetime import datetime, timedelta

from samspil.chat.models import Conversation
from samspil.core.chat.plan import KEEP_DAYS

SWEEP = "chat.sweep"


def sweep_conversations(*, at: datetime) -> int:
    """Delete conversations 30 days after their last turn; returns how many."""
    over = Conversation.objects.filter(last_at__lte=at - timedelta(days=KEEP_DAYS))
    many = over.count()
    over.delete()
    return many
