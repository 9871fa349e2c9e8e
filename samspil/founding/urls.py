"""Addresses of this slice."""

from django.urls import path, re_path

from samspil.founding import views

app_name = "founding"
urlpatterns = [
    re_path(r"^start/(?P<code>[a-z2-7]{24})/$", views.start, name="start"),
    path("settings/sample/", views.sample, name="sample"),
    path("settings/sample/make/", views.make_sample, name="make_sample"),
    path("settings/sample/remove/", views.remove_sample, name="remove_sample"),
    path("begin/", views.begin, name="begin"),
    path("begin/away/", views.put_away, name="put_away"),
    path("begin/again/", views.show_steps, name="show_steps"),
]
