"""Addresses of this slice."""

from django.urls import path

from samspil.measures import views

app_name = "measures"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("<uuid:public_id>/", views.process, name="process"),
    path("<uuid:public_id>/new/", views.new, name="new"),
    path("<uuid:public_id>/count/", views.count, name="count"),
]
