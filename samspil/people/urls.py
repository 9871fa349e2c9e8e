"""Addresses of this slice."""

from django.urls import path

from samspil.people import views

app_name = "people"
urlpatterns = [
    path("", views.people, name="people"),
    path("add/", views.add, name="add"),
    path("teams/", views.form_team, name="form_team"),
    path("list/", views.bring_list, name="bring_list"),
    path("list/<uuid:public_id>/", views.looked_at, name="looked_at"),
    path("list/<uuid:public_id>/apply/", views.apply_list, name="apply_list"),
    path("list/<uuid:public_id>/discard/", views.discard_list, name="discard_list"),
    path("staff.csv", views.export, {"form": "csv"}, name="export_csv"),
    path("staff.xlsx", views.export, {"form": "xlsx"}, name="export_xlsx"),
    path("<uuid:public_id>/", views.person, name="person"),
    path("<uuid:public_id>/invite/", views.invite, name="invite"),
]
