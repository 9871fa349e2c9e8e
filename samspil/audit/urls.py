"""Addresses of this slice."""

from django.urls import path

from samspil.audit import views

app_name = "audit"
urlpatterns = [
    path("", views.rounds, name="rounds"),
    path("asked/", views.asked, name="asked"),
    path("new/", views.new, name="new"),
    path("tasks/", views.tasks, name="tasks"),
    path("tasks/new/", views.new_task, name="new_task"),
    path("tasks/<uuid:public_id>/", views.task, name="task"),
    path("tasks/<uuid:public_id>/remove/", views.remove_task, name="remove_task"),
    path("tasks/<uuid:public_id>/restore/", views.restore_task, name="restore_task"),
    path("answers/<uuid:public_id>/say/", views.answer, name="answer"),
    path("answers/<uuid:public_id>/remove/", views.take_away, name="take_away"),
    path("answers/<uuid:public_id>/restore/", views.bring_back, name="bring_back"),
    path("<uuid:public_id>/", views.one, name="round"),
    path("<uuid:public_id>/invite/", views.invite, name="invite"),
    path("<uuid:public_id>/close/", views.close, name="close"),
    path("<uuid:public_id>/figures.csv", views.figures_file, {"form": "csv"}, name="csv"),
    path("<uuid:public_id>/figures.xlsx", views.figures_file, {"form": "xlsx"}, name="xlsx"),
    path("<uuid:public_id>/tables/new/", views.table, name="table"),
    path("<uuid:public_id>/tables/<uuid:table_id>/undo/", views.take_out, name="take_out"),
    path("<uuid:public_id>/teams/<uuid:team_id>/", views.team, name="team"),
    path(
        "<uuid:public_id>/teams/<uuid:team_id>/figures.csv",
        views.team_file,
        {"form": "csv"},
        name="team_csv",
    ),
    path(
        "<uuid:public_id>/teams/<uuid:team_id>/figures.xlsx",
        views.team_file,
        {"form": "xlsx"},
        name="team_xlsx",
    ),
    path("<uuid:public_id>/mine/", views.mine, name="mine"),
    path("<uuid:public_id>/mine/begin/", views.begin, name="begin"),
    path("<uuid:public_id>/mine/week/", views.week, name="week"),
    path("<uuid:public_id>/mine/add/", views.add, name="add"),
    path("<uuid:public_id>/mine/table/", views.bring, name="bring"),
    path("<uuid:public_id>/mine/answers.csv", views.answers_file, name="answers_file"),
    path("<uuid:public_id>/mine/hand-in/", views.hand_in, name="hand_in"),
    path("<uuid:public_id>/mine/take-back/", views.take_back, name="take_back"),
    path("<uuid:public_id>/mine/withdraw/", views.withdraw, name="withdraw"),
]
