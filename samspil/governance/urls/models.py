"""Addresses at which language models are set up, and their calls are listed."""

from django.urls import path

from samspil.governance import views

app_name = "models"
urlpatterns = [
    path("", views.models, name="models"),
    path("add/", views.add, name="add"),
    path("calls/", views.calls, name="calls"),
    path("calls/calls.csv", views.export, name="export"),
    path("<uuid:public_id>/", views.model, name="model"),
    path("<uuid:public_id>/change/", views.change, name="change"),
    path("<uuid:public_id>/try/", views.try_out, name="try"),
    path("<uuid:public_id>/remove/", views.remove, name="remove"),
]
