"""Addresses of this slice."""

from django.urls import path

from samspil.fairness import views

app_name = "fairness"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("due/", views.due, name="due"),
    path("groups/", views.groups, name="groups"),
    path("groups/new/", views.new_groups, name="new_groups"),
    path("groups/<uuid:public_id>/", views.one_groups, name="one_groups"),
    path("groups/<uuid:public_id>/remove/", views.remove, name="remove_groups"),
    path("groups/<uuid:public_id>/groups.csv", views.groups_file, {"form": "csv"}, name="csv"),
    path("groups/<uuid:public_id>/groups.xlsx", views.groups_file, {"form": "xlsx"}, name="xlsx"),
    path("<uuid:public_id>/", views.process, name="process"),
    path("<uuid:public_id>/trial.csv", views.export, name="export"),
    path("<uuid:public_id>/try/", views.try_now, name="try"),
    path("trials/<uuid:public_id>/seen/", views.seen, name="seen"),
]
