"""What a web process has loaded once, it keeps."""

import gc
from importlib import import_module

from django.conf import settings


def freeze_loaded() -> None:
    """Load every page before the first is asked for, and have the collector pass over all that is
    loaded: from now on it looks at what requests leave, which is far less."""
    import_module(settings.ROOT_URLCONF)
    gc.collect()
    gc.freeze()
