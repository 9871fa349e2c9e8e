"""Addresses of this slice."""

from django.urls import path

from samspil.parallel_runs import views

app_name = "parallel_runs"
urlpatterns = [
    path("", views.overview, name="runs"),
    path("new/", views.new, name="new"),
    path("due/", views.due, name="due"),
    path("<uuid:public_id>/", views.run, name="run"),
    path("<uuid:public_id>/people/", views.name_people, name="people"),
    path("<uuid:public_id>/take-back/", views.take_back, name="take_back"),
    path("<uuid:public_id>/pause/", views.pause, name="pause"),
    path("<uuid:public_id>/resume/", views.resume, name="resume"),
    path("<uuid:public_id>/end/", views.end, name="end"),
    path("<uuid:public_id>/finish/", views.finish, name="finish"),
    path("<uuid:public_id>/next/new/", views.take, {"part": "new"}, name="next_new"),
    path("<uuid:public_id>/next/settles/", views.take, {"part": "settles"}, name="next_settling"),
    path("cases/<uuid:public_id>/sheet/", views.sheet, name="sheet"),
    path("cases/<uuid:public_id>/give-back/", views.give_back, name="give_back"),
    path("<uuid:public_id>/results.csv", views.results_file, {"form": "csv"}, name="csv"),
    path("<uuid:public_id>/results.xlsx", views.results_file, {"form": "xlsx"}, name="xlsx"),
]
