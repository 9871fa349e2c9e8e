"""How a chat is set up."""

from samspil.chat.forms.setting_up import LACKS, ChatForm, as_chosen

__all__ = ["LACKS", "ChatForm", "as_chosen"]
