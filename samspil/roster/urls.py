"""Addresses of this slice."""

from django.urls import path

from samspil.roster import views

app_name = "roster"
urlpatterns = [
    path("", views.roster, name="roster"),
    path("ai/<uuid:public_id>/", views.ai_colleague, name="ai_colleague"),
    path("teams/", views.teams, name="teams"),
    path("teams/<uuid:public_id>/", views.team, name="team"),
    path("teams/<uuid:public_id>/dissolve/", views.dissolve, name="dissolve"),
    path("reassign/", views.reassign, name="reassign"),
    path("reassign/<uuid:public_id>/undo/", views.undo, name="undo"),
    path("<uuid:public_id>/leave/", views.leave, name="leave"),
]
