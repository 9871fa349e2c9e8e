"""Addresses that strangers reach without an account: notices, by their names."""

from django.urls import re_path

from samspil.trust.views import notices as views

app_name = "public"
urlpatterns = [re_path(r"^(?P<slug>[\w-]{3,60})/$", views.notice, name="notice")]
