"""Addresses of this slice."""

from django.urls import re_path

from samspil.founding import views

app_name = "founding"
urlpatterns = [
    re_path(r"^start/(?P<code>[a-z2-7]{24})/$", views.start, name="start"),
]
