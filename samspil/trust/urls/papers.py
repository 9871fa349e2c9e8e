"""Addresses of papers: each by its kind and the id of what it is about."""

from django.urls import path

from samspil.trust.views import papers as views

app_name = "papers"
urlpatterns = [
    path("", views.papers, name="papers"),
    path("say/<uuid:about>/", views.say, name="say"),
    path("kept/<uuid:public_id>/", views.kept, name="kept"),
    path("<slug:paper>/<uuid:about>/", views.paper, name="paper"),
    path("<slug:paper>/<uuid:about>/file/", views.take, name="take"),
    path("<slug:paper>/<uuid:about>/keep/", views.keep, name="keep"),
]
