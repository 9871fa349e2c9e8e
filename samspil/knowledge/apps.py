"""Knowledge."""

from django.apps import AppConfig


class KnowledgeConfig(AppConfig):
    name = "samspil.knowledge"
    label = "knowledge"
