"""Hand a message to the world: today as a file in a folder, which a mail server can pick up."""

from samspil.adapters.mail.folder import deliver, forget
from samspil.adapters.mail.outgoing import SENDER, File, IllFormedMessage, Outgoing

__all__ = ["SENDER", "File", "IllFormedMessage", "Outgoing", "deliver", "forget"]
