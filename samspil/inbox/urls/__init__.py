"""Addresses of this slice."""

from django.urls import path

from samspil.inbox import views

app_name = "inbox"
urlpatterns = [
    path("", views.bring_in, name="import"),
    path("try/", views.try_message, name="try"),
    path("open/", views.open_message, name="open"),
    path("<uuid:public_id>/", views.upload, name="upload"),
    path("<uuid:public_id>/faults.csv", views.faults, name="faults"),
    path("<uuid:public_id>/start/", views.start, name="start"),
    path("<uuid:public_id>/discard/", views.discard, name="discard"),
]
