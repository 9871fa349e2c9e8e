"""Addresses of what those concerned may see and ask for."""

from django.urls import path

from samspil.trust import views

app_name = "rights"
urlpatterns = [
    path("ai/", views.what_ai_decides, name="what_ai_decides"),
    path("ai.csv", views.what_ai_decides_file, name="what_ai_decides_file"),
    path("access/", views.access, name="access"),
    path("access/<uuid:public_id>/", views.access_request, name="access_request"),
    path("access/<uuid:public_id>/pack.zip", views.access_pack, name="access_pack"),
    path("access/<uuid:public_id>/anew/", views.access_anew, name="access_anew"),
]
