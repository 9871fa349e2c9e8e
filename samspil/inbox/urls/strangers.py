"""Addresses that strangers reach without an account: a form's name, and a sender's secret."""

from django.urls import re_path

from samspil.inbox import views

app_name = "strangers"
urlpatterns = [
    re_path(r"^status/(?P<secret>[\w-]{20,100})/$", views.status, name="status"),
    re_path(r"^(?P<slug>[\w-]{3,60})/$", views.fill, name="fill"),
]
