"""Addresses of what went wrong."""

from django.urls import path

from samspil.trust.views import incidents as views

app_name = "incidents"
urlpatterns = [
    path("", views.incidents, name="incidents"),
    path("incidents.csv", views.export, {"form": "csv"}, name="csv"),
    path("incidents.xlsx", views.export, {"form": "xlsx"}, name="xlsx"),
    path("report/", views.report, name="report"),
    path("dismiss/", views.dismiss, name="dismiss"),
    path("<uuid:public_id>/", views.incident, name="incident"),
    path("<uuid:public_id>/judge/", views.judge, name="judge"),
    path("<uuid:public_id>/step/", views.step, name="step"),
    path("<uuid:public_id>/close/", views.close, name="close"),
]
