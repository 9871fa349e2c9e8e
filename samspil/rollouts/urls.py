"""Addresses of this slice."""

from django.urls import path

from samspil.rollouts import views

app_name = "rollouts"
TEAM, REQUEST = "teams/<uuid:public_id>/", "support/<uuid:public_id>/"
urlpatterns = [
    path("", views.board, name="board"),
    path("due/", views.due, name="due"),
    path("of/<uuid:public_id>/", views.beside, name="beside"),
    path("of/<uuid:public_id>/new/", views.new, name="new"),
    path("support/", views.support, name="support"),
    path(f"{REQUEST}said/", views.one_request, name="request"),
    path(f"{REQUEST}answer/", views.answer, name="answer"),
    path(f"{REQUEST}again/", views.reopen, name="reopen"),
    path(f"{REQUEST}close/", views.close, name="close"),
    path(f"{REQUEST}for-all/", views.for_all, name="for_all"),
    path("questions/<uuid:public_id>/remove/", views.remove_question, name="remove_question"),
    path(TEAM, views.team, name="team"),
    path(f"{TEAM}part/", views.part, name="part"),
    path(f"{TEAM}next/", views.begin_next, name="next"),
    path(f"{TEAM}back/", views.back, name="back"),
    path(f"{TEAM}evidence/", views.evidence, name="evidence"),
    path(f"{TEAM}agent/", views.agent, name="agent"),
    path(f"{TEAM}agent/mine/", views.answer_part, name="answer_part"),
    path(f"{TEAM}trained/", views.trained, name="trained"),
    path(f"{TEAM}alarm/", views.alarm, name="alarm"),
    path(f"{TEAM}withdraw/", views.withdraw, name="withdraw"),
    path("begun/<uuid:public_id>/take-back/", views.take_back, name="take_back"),
    path("<uuid:public_id>/", views.rollout, name="rollout"),
    path("<uuid:public_id>/change/", views.change, name="change"),
    path("<uuid:public_id>/end/", views.end, name="end"),
    path("<uuid:public_id>/go-on/", views.go_on, name="go_on"),
    path("<uuid:public_id>/rollout.ics", views.calendar, name="calendar"),
    path("<uuid:public_id>/table.csv", views.table, {"form": "csv"}, name="csv"),
    path("<uuid:public_id>/table.xlsx", views.table, {"form": "xlsx"}, name="xlsx"),
    path("<uuid:public_id>/similar/", views.similar, name="similar"),
    path("<uuid:public_id>/similar/begin/", views.begin, name="begin"),
]
