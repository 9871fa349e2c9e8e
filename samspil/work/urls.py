"""Addresses of this slice."""

from django.urls.resolvers import URLPattern

app_name = "work"
urlpatterns: list[URLPattern] = []
