"""Addresses of this slice."""

from django.urls import path

from samspil.today import views

app_name = "today"
urlpatterns = [
    path("", views.today, name="today"),
    path("notices/seen/", views.seen, name="seen"),
]
