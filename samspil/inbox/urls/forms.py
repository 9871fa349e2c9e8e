"""Addresses at which a process's form is set up."""

from django.urls import path

from samspil.inbox import views

app_name = "forms"
urlpatterns = [
    path("<uuid:public_id>/form/", views.set_up, name="form"),
    path("<uuid:public_id>/form/open/", views.open_up, name="open"),
    path("<uuid:public_id>/form/close/", views.close, name="close"),
    path("<uuid:public_id>/form/move/", views.move, name="move"),
    path("<uuid:public_id>/form/preview/", views.preview, name="preview"),
    path("<uuid:public_id>/form/code.svg", views.qr_code, name="code"),
]
