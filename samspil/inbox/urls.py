"""Addresses of this slice."""

from django.urls.resolvers import URLPattern

app_name = "inbox"
urlpatterns: list[URLPattern] = []
