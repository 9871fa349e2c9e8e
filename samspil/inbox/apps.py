"""Files of messages on their way in."""

from django.apps import AppConfig


class InboxConfig(AppConfig):
    name = "samspil.inbox"
    label = "inbox"
