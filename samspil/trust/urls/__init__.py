"""Addresses of this slice."""

from django.urls import path

from samspil.trust import views

app_name = "trust"
urlpatterns = [
    path("", views.journal, name="journal"),
    path("check/", views.check, name="check"),
    path("export/", views.export, name="export"),
]
