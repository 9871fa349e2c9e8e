"""Addresses of this slice."""

from django.urls import path

from samspil.work import views

app_name = "work"
urlpatterns = [
    path("", views.processes, name="processes"),
    path("new/", views.new_process, name="new_process"),
    path("stop/", views.stop_everything, name="stop_everything"),
    path("stop/lift/", views.lift_stop_everything, name="lift_stop_everything"),
    path("<uuid:public_id>/", views.process, name="process"),
    path("<uuid:public_id>/hours/", views.process_hours, name="hours"),
    path("<uuid:public_id>/steps/", views.steps, name="steps"),
    path("<uuid:public_id>/steps/remove/", views.remove_step, name="remove_step"),
    path("<uuid:public_id>/steps/usual/", views.use_usual_steps, name="use_usual_steps"),
    path("<uuid:public_id>/topics/", views.topics, name="topics"),
    path("<uuid:public_id>/topics.csv", views.export_topics, {"form": "csv"}, name="topics_csv"),
    path("<uuid:public_id>/topics.xlsx", views.export_topics, {"form": "xlsx"}, name="topics_xlsx"),
    path("<uuid:public_id>/topics/list/", views.bring_topics, name="bring_topics"),
    path("<uuid:public_id>/topics/list/apply/", views.apply_topics, name="apply_topics"),
    path("<uuid:public_id>/topics/back/", views.bring_back_topic, name="bring_back_topic"),
    path("<uuid:public_id>/topics/one/", views.topic, name="topic"),
    path("<uuid:public_id>/topics/merge/", views.merge_topic, name="merge_topic"),
    path("<uuid:public_id>/topics/remove/", views.remove_topic, name="remove_topic"),
    path("<uuid:public_id>/evidence/", views.evidence, name="evidence"),
    path("<uuid:public_id>/autonomy/", views.autonomy, name="autonomy"),
    path("<uuid:public_id>/autonomy/climb/", views.climb, name="climb"),
    path("<uuid:public_id>/autonomy/lower/", views.lower, name="lower"),
    path("<uuid:public_id>/autonomy/terms/", views.terms, name="terms"),
    path("<uuid:public_id>/autonomy/known/", views.note_falls, name="note_falls"),
    path("<uuid:public_id>/ahead/", views.ahead, name="ahead"),
    path("<uuid:public_id>/close/", views.close_process, name="close_process"),
    path("<uuid:public_id>/open/", views.open_process, name="open_process"),
    path("<uuid:public_id>/stop/", views.stop, name="stop"),
    path("<uuid:public_id>/lift/", views.lift_stop, name="lift_stop"),
]
