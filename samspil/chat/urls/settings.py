"""Addresses at which chats are set up."""

from django.urls import path

from samspil.chat import views

app_name = "chats"
urlpatterns = [
    path("", views.chats, name="chats"),
    path("new/", views.new_chat, name="new"),
    path("<uuid:public_id>/", views.set_up, name="chat"),
    path("<uuid:public_id>/open/", views.open_up, name="open"),
    path("<uuid:public_id>/close/", views.close, name="close"),
    path("<uuid:public_id>/preview/", views.preview, name="preview"),
]
