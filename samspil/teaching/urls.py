"""Addresses of this slice."""

from django.urls import path

from samspil.teaching import views

app_name = "teaching"
urlpatterns = [
    path("", views.skills, name="skills"),
    path("forget/", views.forget, name="forget"),
    path("forget/now/", views.forget_now, name="forget_now"),
    path("<uuid:public_id>/teach/", views.upload, name="upload"),
    path("<uuid:public_id>/teach/kept/", views.teach_kept, name="teach_kept"),
    path("<uuid:public_id>/learning/", views.learning, name="learning"),
    path("<uuid:public_id>/versions/", views.versions, name="versions"),
    path("<uuid:public_id>/versions/compare/", views.compare, name="compare"),
    path("<uuid:public_id>/examples/", views.examples, name="examples"),
    path("<uuid:public_id>/examples/add/", views.add, name="add"),
    path("<uuid:public_id>/examples/csv/", views.export_csv, name="export_csv"),
    path("<uuid:public_id>/examples/xlsx/", views.export_xlsx, name="export_xlsx"),
    path("<uuid:public_id>/decisions/", views.decisions, name="decisions"),
    path("examples/<uuid:public_id>/change/", views.change, name="change"),
    path("examples/<uuid:public_id>/remove/", views.remove, name="remove"),
    path("examples/<uuid:public_id>/restore/", views.restore, name="restore"),
    path("lessons/<uuid:public_id>/", views.lesson, name="lesson"),
    path("lessons/<uuid:public_id>/start/", views.start, name="start"),
    path("lessons/<uuid:public_id>/discard/", views.discard, name="discard"),
    path("versions/<uuid:public_id>/", views.version, name="version"),
    path("versions/<uuid:public_id>/use/", views.use, name="use"),
    path("versions/<uuid:public_id>/answer/", views.answer, name="answer"),
]
