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
    path("next/", views.take_next, name="next"),
    path("<uuid:public_id>/", views.case, name="case"),
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
