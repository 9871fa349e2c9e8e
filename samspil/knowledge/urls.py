"""Addresses of this slice."""

from django.urls import path

from samspil.knowledge import views

app_name = "knowledge"
urlpatterns = [
    path("", views.ask, name="ask"),
    path("questions/<uuid:public_id>/helpful/", views.helpful, name="helpful"),
    path("phrased/", views.phrased, name="phrased"),
    path("yours/", views.yours, name="yours"),
    path("questions/", views.sent, name="sent"),
    path("questions/send/", views.send, name="send"),
    path("questions/named/", views.named, name="named"),
    path("questions/desk/", views.choose, name="desk"),
    path("answers/", views.standards, name="standards"),
    path("answers/add/", views.add_standard, name="standard_add"),
    path("answers/list/", views.bring_standards, name="standards_bring"),
    path("answers/answers.csv", views.export_standards, {"form": "csv"}, name="standards_csv"),
    path("answers/answers.xlsx", views.export_standards, {"form": "xlsx"}, name="standards_xlsx"),
    path("answers/<uuid:public_id>/", views.standard, name="standard"),
    path("answers/<uuid:public_id>/change/", views.change_standard, name="standard_change"),
    path("answers/<uuid:public_id>/remove/", views.remove_standard, name="standard_remove"),
    path("answers/<uuid:public_id>/restore/", views.restore_standard, name="standard_restore"),
    path(
        "answers/<uuid:public_id>/alone/",
        views.agree_to_alone,
        name="standard_alone",
    ),
    path(
        "answers/<uuid:public_id>/looked-at/",
        views.end_alone,
        name="standard_looked_at",
    ),
    path(
        "answers/<uuid:public_id>/versions/",
        views.bring_version_back,
        name="standard_version",
    ),
    path("cases/<uuid:public_id>/", views.beside, name="beside"),
    path("documents/", views.documents, name="documents"),
    path("documents/add/", views.add, name="add"),
    path("documents/<uuid:public_id>/", views.document, name="document"),
    path("documents/<uuid:public_id>/file/", views.file, name="file"),
    path("documents/<uuid:public_id>/change/", views.change, name="change"),
    path("documents/<uuid:public_id>/class/", views.classify, name="class"),
    path("documents/<uuid:public_id>/confirm/", views.confirm, name="confirm"),
    path("documents/<uuid:public_id>/later/", views.ask_later, name="ask_later"),
    path("documents/<uuid:public_id>/remove/", views.remove, name="remove"),
    path("documents/<uuid:public_id>/restore/", views.restore, name="restore"),
    path("sources/", views.sources, name="sources"),
    path("sources/add/", views.add_source, name="add_source"),
    path("sources/<uuid:public_id>/", views.source, name="source"),
    path("sources/<uuid:public_id>/change/", views.change_source, name="change_source"),
    path("sources/<uuid:public_id>/fetch/", views.fetch_source, name="fetch_source"),
    path("sources/<uuid:public_id>/pause/", views.pause_source, name="pause_source"),
    path("sources/<uuid:public_id>/resume/", views.resume_source, name="resume_source"),
    path("sources/<uuid:public_id>/remove/", views.remove_source, name="remove_source"),
    path("sources/<uuid:public_id>/restore/", views.restore_source, name="restore_source"),
    path("sources/<uuid:public_id>/missing/remove/", views.remove_missing, name="remove_missing"),
    path("sources/<uuid:public_id>/missing/restore/", views.bring_back, name="bring_back"),
]
