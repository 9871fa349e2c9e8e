"""Addresses of the register of uses: each by the id of what it is a use in."""

from django.urls import path

from samspil.trust.views import uses as views
from samspil.trust.views.settling import settling
from samspil.trust.views.use_files import export

app_name = "uses"
urlpatterns = [
    path("", views.uses, name="uses"),
    path("uses.csv", export, name="export"),
    path("reminders/", views.reminders, name="reminders"),
    path("law/", views.look_at_law, name="law"),
    path("<uuid:public_id>/", views.use, name="use"),
    path("<uuid:public_id>/settle/", views.settle, name="settle"),
    path("<uuid:public_id>/settling/", settling, name="settling"),
    path("<uuid:public_id>/record/", views.record, name="record"),
    path("<uuid:public_id>/oversee/", views.oversee, name="oversee"),
    path("<uuid:public_id>/answer/", views.answer, name="answer"),
    path("<uuid:public_id>/train/", views.train, name="train"),
]
