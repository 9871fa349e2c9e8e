"""The web application for gunicorn."""

import os

from django.core.wsgi import get_wsgi_application

from samspil.config.freezing import freeze_loaded

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samspil.config.settings")
application = get_wsgi_application()
freeze_loaded()
