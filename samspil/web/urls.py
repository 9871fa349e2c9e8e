from django.urls import path

from samspil.web import views

app_name = "web"

urlpatterns = [
    path("", views.style_guide, name="style_guide"),
    path("case/", views.style_case, name="style_case"),
]
