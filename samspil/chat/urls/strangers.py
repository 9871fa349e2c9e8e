"""Addresses that strangers reach without an account."""

from django.urls import re_path

from samspil.chat import views

app_name = "stranger_chat"
urlpatterns = [
    re_path(r"^(?P<slug>[\w-]{3,60})/$", views.stranger, name="chat"),
    re_path(r"^(?P<slug>[\w-]{3,60})/widget\.js$", views.widget, name="widget"),
]
