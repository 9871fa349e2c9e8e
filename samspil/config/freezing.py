"""What a web process has loaded once, it keeps."""

import gc

from django.urls import get_resolver


def freeze_loaded() -> None:
    """Load every page before the first is asked for, and have the collector pass over all that is
    loaded: from now on it looks at what requests leave, which is far less."""
    assert get_resolver().url_patterns
    gc.collect()
    gc.freeze()
