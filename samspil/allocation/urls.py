"""Addresses of this slice."""

from django.urls import path

from samspil.allocation import views

app_name = "allocation"
urlpatterns = [
    path("", views.matrix, name="matrix"),
    path("criteria.csv", views.criteria_file, {"form": "csv"}, name="csv"),
    path("criteria.xlsx", views.criteria_file, {"form": "xlsx"}, name="xlsx"),
    path("criteria/", views.bring_criteria, name="bring"),
    path("tasks/<uuid:public_id>/", views.task, name="task"),
    path("portfolio/", views.what_to_start, name="portfolio"),
    path("tasks/<uuid:public_id>/estimate/", views.estimate, name="estimate"),
    path("tasks/<uuid:public_id>/judge/", views.judge, name="judge"),
    path("tasks/<uuid:public_id>/place/", views.place, name="place"),
    path("tasks/<uuid:public_id>/choose/", views.choose, name="choose"),
    path("tasks/<uuid:public_id>/back/", views.give_back, name="give_back"),
    path("moves/<uuid:public_id>/undo/", views.undo, name="undo"),
]
