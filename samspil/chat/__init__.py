"""Chats: people ask, documents answer, and a person is one click away."""
