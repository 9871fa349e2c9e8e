"""Colleagues, people and AI; teams; sign-in."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "samspil.people"
    label = "people"
