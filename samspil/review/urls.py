"""Addresses of this slice."""

from django.urls import path

from samspil.review import views

app_name = "review"
urlpatterns = [
    path("", views.queue, name="queue"),
    path("search/", views.search, name="search"),
    path("next/", views.take_next, name="next"),
    path("<uuid:public_id>/", views.case, name="case"),
    path("<uuid:public_id>/history/", views.history, name="history"),
    path("<uuid:public_id>/take/", views.take, name="take"),
    path("<uuid:public_id>/give-back/", views.give_back, name="give_back"),
    path("<uuid:public_id>/agree/", views.agree, name="agree"),
    path("<uuid:public_id>/decide/", views.decide, name="decide"),
    path("<uuid:public_id>/message/", views.add_message, name="add_message"),
    path("<uuid:public_id>/hand-over/", views.hand_over, name="hand_over"),
]
