"""Addresses of this slice."""

from django.urls import path

from samspil.eventlogs import views

app_name = "eventlogs"
urlpatterns = [
    path("", views.logs, name="logs"),
    path("new/", views.new, name="new"),
    path("<uuid:public_id>/", views.log, name="log"),
    path("<uuid:public_id>/log.<str:form>", views.save, name="save"),
    path("<uuid:public_id>/read/", views.read, name="read"),
    path("<uuid:public_id>/links/", views.links, name="links"),
    path("<uuid:public_id>/remove/", views.remove, name="remove"),
    path("<uuid:public_id>/restore/", views.restore, name="restore"),
]
