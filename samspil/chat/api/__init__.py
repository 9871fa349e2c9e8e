"""Chats for programs: how they are set up, opened and closed, and their numbers."""

from samspil.chat.api.setting_up import router

__all__ = ["router"]
