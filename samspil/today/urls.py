"""Addresses of this slice."""

from django.urls.resolvers import URLPattern

app_name = "today"
urlpatterns: list[URLPattern] = []
