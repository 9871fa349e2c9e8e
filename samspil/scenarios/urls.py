"""Addresses of this slice."""

from django.urls import path

from samspil.scenarios import views

app_name = "scenarios"
urlpatterns = [
    path("", views.comparisons, name="comparisons"),
    path("new/", views.new, name="new"),
    path("due/", views.due, name="due"),
    path("options/<uuid:public_id>/", views.option, name="option"),
    path("options/<uuid:public_id>/remove/", views.option_remove, name="option_remove"),
    path("options/<uuid:public_id>/restore/", views.option_restore, name="option_restore"),
    path("choices/<uuid:public_id>/looked/", views.look_again, name="look_again"),
    path("<uuid:public_id>/", views.comparison, name="comparison"),
    path("<uuid:public_id>/change/", views.change, name="change"),
    path("<uuid:public_id>/options/", views.option_new, name="option_new"),
    path("<uuid:public_id>/choose/", views.choose, name="choose"),
    path("<uuid:public_id>/remove/", views.remove, name="remove"),
    path("<uuid:public_id>/restore/", views.restore, name="restore"),
    path("<uuid:public_id>/comparison.csv", views.file, {"form": "csv"}, name="csv"),
    path("<uuid:public_id>/comparison.xlsx", views.file, {"form": "xlsx"}, name="xlsx"),
]
