"""Addresses of this slice."""

from django.urls import path

from samspil.fairness import views

app_name = "fairness"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("due/", views.due, name="due"),
    path("<uuid:public_id>/", views.process, name="process"),
    path("<uuid:public_id>/trial.csv", views.export, name="export"),
    path("<uuid:public_id>/try/", views.try_now, name="try"),
    path("trials/<uuid:public_id>/seen/", views.seen, name="seen"),
]
