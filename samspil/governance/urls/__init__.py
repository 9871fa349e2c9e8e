"""Addresses of this slice."""

from django.urls import path

from samspil.governance import views

app_name = "governance"
urlpatterns = [path("", views.verify, name="verify")]
