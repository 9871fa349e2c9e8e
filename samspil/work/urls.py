"""Addresses of this slice."""

from django.urls import path

from samspil.work import views

app_name = "work"
urlpatterns = [
    path("", views.processes, name="processes"),
    path("stop/", views.stop_everything, name="stop_everything"),
    path("stop/lift/", views.lift_stop_everything, name="lift_stop_everything"),
    path("<uuid:public_id>/", views.process, name="process"),
    path("<uuid:public_id>/stop/", views.stop, name="stop"),
    path("<uuid:public_id>/lift/", views.lift_stop, name="lift_stop"),
]
