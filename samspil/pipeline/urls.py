"""Addresses of this slice."""

from django.urls import path

from samspil.pipeline import views

app_name = "pipeline"
urlpatterns = [
    path("", views.board, name="board"),
    path("new/", views.new, name="new"),
    path("plan/", views.plan, name="plan"),
    path("plan/give/", views.give, name="give"),
    path("plan/give-back/", views.give_back, name="give_back"),
    path("plan.ics", views.plan_file, name="plan_file"),
    path("due/", views.due, name="due"),
    path("of/task/<uuid:public_id>/", views.of_task, name="of_task"),
    path("adjustments/<uuid:public_id>/undo/", views.undo_adjustment, name="undo_adjustment"),
    path("<uuid:public_id>/", views.initiative, name="initiative"),
    path("<uuid:public_id>/change/", views.change, name="change"),
    path("<uuid:public_id>/take-back/", views.take_back, name="take_back"),
    path("<uuid:public_id>/take-over/", views.take_over, name="take_over"),
    path("<uuid:public_id>/leave/", views.leave, name="leave"),
    path("<uuid:public_id>/open/", views.open_gate, name="open"),
    path("<uuid:public_id>/back/", views.back, name="back"),
    path("<uuid:public_id>/drill/", views.drill, name="drill"),
    path("<uuid:public_id>/noted/", views.noted, name="noted"),
    path("<uuid:public_id>/evaluate/", views.evaluate, name="evaluate"),
    path("<uuid:public_id>/end/", views.end, name="end"),
]
