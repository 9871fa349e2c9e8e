"""Addresses of this slice."""

from django.urls import path

from samspil.summaries import views

app_name = "summaries"
POINT = "<uuid:public_id>/points/<uuid:point_id>/"
urlpatterns = [
    path("", views.summaries, name="summaries"),
    path("new/", views.new, name="new"),
    path("new/meeting/", views.new_meeting, name="new_meeting"),
    path("<uuid:public_id>/", views.summary, name="summary"),
    path("<uuid:public_id>/text/", views.text, name="text"),
    path("<uuid:public_id>/facts/", views.facts, name="facts"),
    path("<uuid:public_id>/save/<str:form>/", views.save, name="save"),
    path("<uuid:public_id>/approve/", views.approve, name="approve"),
    path("<uuid:public_id>/phrase/", views.phrase, name="phrase"),
    path("<uuid:public_id>/remove/", views.remove, name="remove"),
    path("<uuid:public_id>/restore/", views.restore, name="restore"),
    path("<uuid:public_id>/add/<str:sort>/", views.add, name="add"),
    path(POINT, views.change, name="change"),
    path(f"{POINT}drop/", views.drop, name="drop"),
    path(f"{POINT}back/", views.bring_back, name="bring_back"),
    path(f"{POINT}up/", views.move_up, name="move_up"),
    path(f"{POINT}down/", views.move_down, name="move_down"),
    path(f"{POINT}case/", views.open_case, name="open_case"),
]
