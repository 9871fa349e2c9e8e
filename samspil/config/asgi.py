"""The event stream for uvicorn; pages are gunicorn's (`wsgi.py`)."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samspil.config.settings")
django.setup(set_prefix=False)

from samspil.config.events.stream import EventStream  # noqa: E402 - needs Django ready

application = EventStream()
