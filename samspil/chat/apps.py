"""Chats for employees, applicants and customers."""

from django.apps import AppConfig


class ChatConfig(AppConfig):
    name = "samspil.chat"
    label = "chat"
