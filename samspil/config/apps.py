"""The app that holds what is put together from all slices."""

import gc

from django.apps import AppConfig

YOUNG = 20_000
"""So many new objects are looked through for rings at a time; by default Python does so every 700,
and ever again through all that the program consists of while a large page is made."""


class ConfigConfig(AppConfig):
    """Its commands are `prepare` and `doctor`; it has no tables."""

    name = "samspil.config"
    label = "config"

    def ready(self) -> None:
        """Have Python clear up seldom enough not to be felt."""
        gc.set_threshold(YOUNG, 10, 10)
