"""Addresses of this slice."""

from django.urls import path

from samspil.readiness import views

app_name = "readiness"
ROUND = "rounds/<uuid:public_id>/"
INTERVIEW = "interviews/<uuid:public_id>/"
VERSION = "vision/<uuid:public_id>/"
GOAL = "vision/goals/<uuid:public_id>/"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("asked/", views.asked, name="asked"),
    path("compare/", views.compare, name="compare"),
    path("rounds/new/", views.new_round, name="new_round"),
    path(ROUND, views.one_round, name="round"),
    path(f"{ROUND}invite/", views.invite, name="invite"),
    path(f"{ROUND}day/", views.day, name="day"),
    path(f"{ROUND}close/", views.close, name="close"),
    path(f"{ROUND}figures.csv", views.figures_file, {"form": "csv"}, name="csv"),
    path(f"{ROUND}figures.xlsx", views.figures_file, {"form": "xlsx"}, name="xlsx"),
    path(f"{ROUND}mine/", views.mine, name="mine"),
    path(f"{ROUND}mine/keep/", views.keep, name="keep"),
    path(f"{ROUND}mine/hand-in/", views.hand_in, name="hand_in"),
    path(f"{ROUND}mine/take-back/", views.take_back, name="take_back"),
    path(f"{ROUND}mine/withdraw/", views.withdraw, name="withdraw"),
    path("interviews/", views.interviews, name="interviews"),
    path("interviews/new/", views.new_interview, name="new_interview"),
    path(INTERVIEW, views.interview, name="interview"),
    path(f"{INTERVIEW}notes/", views.notes, name="notes"),
    path(f"{INTERVIEW}question/", views.question, name="question"),
    path(f"{INTERVIEW}move/", views.move, name="move"),
    path(f"{INTERVIEW}agree/", views.agree, name="agree"),
    path(f"{INTERVIEW}disagree/", views.disagree, name="disagree"),
    path(f"{INTERVIEW}remove/", views.leave_out, name="leave_out"),
    path(f"{INTERVIEW}restore/", views.put_back, name="put_back"),
    path(f"{INTERVIEW}day.ics", views.calendar, name="calendar"),
    path("guides/<slug:seat>/", views.guide, name="guide"),
    path("guides/<slug:seat>/drop/", views.drop_guide, name="drop_guide"),
    path("findings/", views.add_finding, name="add_finding"),
    path("findings/<uuid:public_id>/remove/", views.remove_finding, name="remove_finding"),
    path("findings/<uuid:public_id>/restore/", views.restore_finding, name="restore_finding"),
    path("vision/", views.vision, name="vision"),
    path("vision/decide/", views.decide, name="decide"),
    path("vision/goals/new/", views.new_goal, name="new_goal"),
    path(GOAL, views.goal, name="goal"),
    path(f"{GOAL}remove/", views.remove_goal, name="remove_goal"),
    path(f"{GOAL}restore/", views.restore_goal, name="restore_goal"),
    path(VERSION, views.version, name="version"),
    path(f"{VERSION}look/<int:months>/", views.look, name="look"),
    path(f"{VERSION}vision.csv", views.vision_file, {"form": "csv"}, name="vision_csv"),
    path(f"{VERSION}vision.xlsx", views.vision_file, {"form": "xlsx"}, name="vision_xlsx"),
]
