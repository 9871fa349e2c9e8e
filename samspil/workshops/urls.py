"""Addresses of this slice."""

from django.urls import path

from samspil.workshops import views

app_name = "workshops"
ONE, PROPOSAL = "<uuid:public_id>/", "<uuid:public_id>/proposals/<uuid:proposal_id>/"
urlpatterns = [
    path("", views.workshops, name="workshops"),
    path("new/", views.new, name="new"),
    path("join/", views.join, name="join"),
    path(ONE, views.room, name="room"),
    path(f"{ONE}code.svg", views.qr_code, name="qr_code"),
    path(f"{ONE}step/", views.step, name="step"),
    path(f"{ONE}end/", views.end, name="end"),
    path(f"{ONE}leave/", views.leave, name="leave"),
    path(f"{ONE}tables/", views.add_table, name="add_table"),
    path(f"{ONE}propose/", views.propose, name="propose"),
    path(f"{ONE}vote/", views.vote, name="vote"),
    path(f"{ONE}land/", views.land, name="land"),
    path(f"{ONE}minutes/", views.minutes_page, name="minutes_page"),
    path(f"{ONE}minutes.csv", views.minutes, {"form": "csv"}, name="csv"),
    path(f"{ONE}minutes.xlsx", views.minutes, {"form": "xlsx"}, name="xlsx"),
    path(f"{PROPOSAL}change/", views.change, name="change"),
    path(f"{PROPOSAL}remove/", views.remove, name="remove"),
    path(f"{PROPOSAL}restore/", views.restore, name="restore"),
    path(f"{PROPOSAL}join/", views.join_two, name="join_two"),
    path(f"{PROPOSAL}part/", views.part_two, name="part_two"),
    path(f"{PROPOSAL}estimate/", views.estimate, name="estimate"),
    path(f"{PROPOSAL}move/", views.move, name="move"),
    path(f"{PROPOSAL}take-off/", views.take_off, name="take_off"),
    path(f"{ONE}moves/<uuid:move_id>/undo/", views.undo, name="undo"),
]
