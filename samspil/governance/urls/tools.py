"""Addresses of the register of tools."""

from django.urls import path

from samspil.governance import views

app_name = "tools"
urlpatterns = [
    path("", views.tools, name="tools"),
    path("use/", views.use, name="use"),
    path("due/", views.due, name="due"),
    path("tools.csv", views.export_tools, {"form": "csv"}, name="csv"),
    path("tools.xlsx", views.export_tools, {"form": "xlsx"}, name="xlsx"),
    path("<uuid:public_id>/", views.tool, name="tool"),
    path("<uuid:public_id>/decide/", views.decide, name="decide"),
]
