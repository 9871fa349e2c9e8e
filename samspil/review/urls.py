"""Addresses of this slice."""

from django.urls import path

from samspil.review import views

app_name = "review"
urlpatterns = [
    path("", views.queue, name="queue"),
    path("news/", views.news, name="news"),
    path("search/", views.search, name="search"),
    path("mentions/", views.mentions, name="mentions"),
    path("mentions/<uuid:public_id>/seen/", views.see_mention, name="see_mention"),
    path("all/", views.all_cases, name="all"),
    path("all/columns/", views.choose_columns, name="choose_columns"),
    path("chosen/", views.choose, name="choose"),
    path("chosen/do/", views.do_to_chosen, name="do_to_chosen"),
    path("batches/<uuid:public_id>/", views.batch, name="batch"),
    path("batches/<uuid:public_id>/undo/", views.undo_batch, name="undo_batch"),
    path("export.csv", views.export, {"form": "csv"}, name="export_csv"),
    path("export.xlsx", views.export, {"form": "xlsx"}, name="export_xlsx"),
    path("next/", views.take_next, name="next"),
    path("<uuid:public_id>/", views.case, name="case"),
    path("<uuid:public_id>/case.html", views.export_case, {"form": "html"}, name="case_html"),
    path("<uuid:public_id>/case.json", views.export_case, {"form": "json"}, name="case_json"),
    path("<uuid:public_id>/print/", views.print_case, name="print"),
    path("<uuid:public_id>/history/", views.history, name="history"),
    path("<uuid:public_id>/take/", views.take, name="take"),
    path("<uuid:public_id>/give-back/", views.give_back, name="give_back"),
    path("<uuid:public_id>/agree/", views.agree, name="agree"),
    path("<uuid:public_id>/decide/", views.decide, name="decide"),
    path("<uuid:public_id>/message/", views.add_message, name="add_message"),
    path("<uuid:public_id>/note/", views.note, name="note"),
    path("<uuid:public_id>/file/", views.add_file, name="add_file"),
    path("<uuid:public_id>/files/<uuid:file_id>/", views.file, name="file"),
    path("<uuid:public_id>/more/", views.more, name="more"),
    path("<uuid:public_id>/tag/", views.add_tag, name="add_tag"),
    path("<uuid:public_id>/untag/<uuid:tag_id>/", views.remove_tag, name="remove_tag"),
    path("<uuid:public_id>/put-aside/", views.put_aside, name="put_aside"),
    path("<uuid:public_id>/split/", views.split, name="split"),
    path("<uuid:public_id>/merge/<uuid:other_id>/", views.merge, name="merge"),
    path("<uuid:public_id>/undo/", views.undo, name="undo"),
    path("<uuid:public_id>/free/", views.free, name="free"),
    path("<uuid:public_id>/hand-over/", views.hand_over, name="hand_over"),
]
