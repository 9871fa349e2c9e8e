"""Files of messages on their way in, and public forms with what senders may come back to."""

from samspil.inbox.models.public_forms import FormAddress, PublicForm, StatusLink
from samspil.inbox.models.uploads import Fault, Import, Stage

__all__ = ["Fault", "FormAddress", "Import", "PublicForm", "Stage", "StatusLink"]
