"""Addresses of this slice."""

from django.urls import path

from samspil.knowledge import views

app_name = "knowledge"
urlpatterns = [
    path("", views.ask, name="ask"),
    path("questions/<uuid:public_id>/helpful/", views.helpful, name="helpful"),
    path("documents/", views.documents, name="documents"),
    path("documents/add/", views.add, name="add"),
    path("documents/<uuid:public_id>/", views.document, name="document"),
    path("documents/<uuid:public_id>/file/", views.file, name="file"),
    path("documents/<uuid:public_id>/change/", views.change, name="change"),
    path("documents/<uuid:public_id>/remove/", views.remove, name="remove"),
    path("documents/<uuid:public_id>/restore/", views.restore, name="restore"),
]
