"""The journal as people read it, and the rights of those concerned."""

from django.apps import AppConfig


class TrustConfig(AppConfig):
    name = "samspil.trust"
    label = "trust"
