"""Delete conversations when their time is over."""

from datetime import datetime

from samspil.chat.queries.retention import over_conversations
from samspil.core.retention.categories import Category
from samspil.governance.queries import reach_of
from samspil.tenancy.actions import delete_rows


def sweep_conversations(*, at: datetime) -> int:
    """Delete conversations long enough after their last turn; returns how many."""
    return delete_rows(over_conversations(reach_of(Category.CHATS, at=at)))
