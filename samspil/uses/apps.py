"""The slice, for Django."""

from django.apps import AppConfig


class UsesConfig(AppConfig):
    """What people record about uses of AI."""

    name = "samspil.uses"
