"""Addresses of this slice."""

from django.urls import path

from samspil.process_maps import views

app_name = "process_maps"
urlpatterns = [
    path("", views.maps, name="maps"),
    path("new/", views.new, name="new"),
    path("bring/", views.bring, name="bring"),
    path("of/process/<uuid:public_id>/", views.of_process, name="of_process"),
    path("of/task/<uuid:public_id>/", views.of_task, name="of_task"),
    path("steps/<uuid:public_id>/", views.step, name="step"),
    path("steps/<uuid:public_id>/back/", views.step_take_back, name="step_take_back"),
    path("steps/<uuid:public_id>/link/", views.link, name="link"),
    path("steps/<uuid:public_id>/task/", views.make_task, name="make_task"),
    path("steps/<uuid:public_id>/move/", views.move, name="move"),
    path("steps/<uuid:public_id>/ways/", views.connect, name="connect"),
    path("steps/<uuid:public_id>/remove/", views.leave_out, name="leave_out"),
    path("steps/<uuid:public_id>/restore/", views.put_back, name="put_back"),
    path("ways/<uuid:public_id>/share/", views.share, name="share"),
    path("ways/<uuid:public_id>/remove/", views.part, name="part"),
    path("ways/<uuid:public_id>/restore/", views.rejoin, name="rejoin"),
    path("<uuid:public_id>/", views.one_map, name="map"),
    path("<uuid:public_id>/change/", views.change, name="change"),
    path("<uuid:public_id>/back/", views.take_back, name="take_back"),
    path("<uuid:public_id>/steps/", views.step_new, name="step_new"),
    path("<uuid:public_id>/plan/", views.plan, name="plan"),
    path("<uuid:public_id>/beside/", views.beside, name="beside"),
    path("<uuid:public_id>/remove/", views.remove, name="remove"),
    path("<uuid:public_id>/restore/", views.restore, name="restore"),
    path("<uuid:public_id>/map.csv", views.file, {"form": "csv"}, name="csv"),
    path("<uuid:public_id>/map.xlsx", views.file, {"form": "xlsx"}, name="xlsx"),
]
