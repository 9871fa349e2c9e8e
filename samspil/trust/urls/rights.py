"""Addresses of what those concerned may see and ask for."""

from django.urls import path

from samspil.trust import views
from samspil.trust.views import erasing

app_name = "rights"
urlpatterns = [
    path("ai/", views.what_ai_decides, name="what_ai_decides"),
    path("ai.csv", views.what_ai_decides_file, name="what_ai_decides_file"),
    path("access/", views.access, name="access"),
    path("access/<uuid:public_id>/", views.access_request, name="access_request"),
    path("access/<uuid:public_id>/pack.zip", views.access_pack, name="access_pack"),
    path("access/<uuid:public_id>/anew/", views.access_anew, name="access_anew"),
    path("erasures/", erasing.erasures, name="erasures"),
    path("erasures.csv", erasing.export, name="erasures_file"),
    path("erasures/<uuid:public_id>/", erasing.erasure, name="erasure"),
    path("erasures/<uuid:public_id>/known/", erasing.known, name="erasure_known"),
    path("erasures/<uuid:public_id>/extend/", erasing.extend, name="erasure_extend"),
    path("erasures/<uuid:public_id>/refuse/", erasing.refuse, name="erasure_refuse"),
    path("erasures/<uuid:public_id>/begin/", erasing.begin, name="erasure_begin"),
    path("due/", erasing.due, name="due"),
]
