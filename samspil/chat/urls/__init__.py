"""Addresses at which colleagues ask."""

from django.urls import path

from samspil.chat import views

app_name = "chat"
urlpatterns = [
    path("", views.rooms, name="rooms"),
    path("<uuid:public_id>/", views.room, name="room"),
]
