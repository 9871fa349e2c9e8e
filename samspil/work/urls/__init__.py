"""Addresses of this slice."""

from django.urls import path

from samspil.work import views

app_name = "work"
urlpatterns = [
    path("", views.processes, name="processes"),
    path("stop/", views.stop_everything, name="stop_everything"),
    path("stop/lift/", views.lift_stop_everything, name="lift_stop_everything"),
    path("<uuid:public_id>/", views.process, name="process"),
    path("<uuid:public_id>/hours/", views.process_hours, name="hours"),
    path("<uuid:public_id>/steps/", views.steps, name="steps"),
    path("<uuid:public_id>/steps/remove/", views.remove_step, name="remove_step"),
    path("<uuid:public_id>/steps/usual/", views.use_usual_steps, name="use_usual_steps"),
    path("<uuid:public_id>/stop/", views.stop, name="stop"),
    path("<uuid:public_id>/lift/", views.lift_stop, name="lift_stop"),
]
