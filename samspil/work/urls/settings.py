"""Addresses of what holds for all processes: opening hours and absences."""

from django.urls import path

from samspil.work import views

app_name = "settings"
urlpatterns = [
    path("hours/", views.hours, name="hours"),
    path("absences/", views.absent, name="absences"),
    path("absences/<uuid:public_id>/cancel/", views.cancel, name="cancel_absence"),
]
