"""Addresses of the guidelines for staff."""

from django.urls import path

from samspil.governance import views

app_name = "guidelines"
urlpatterns = [
    path("", views.guidelines, name="guidelines"),
    path("due/", views.reminders, name="due"),
    path("begin/", views.begin, name="begin"),
    path("new/", views.new, name="new"),
    path("guidelines.md", views.export_guidelines, name="export"),
    path("rule/<str:topic>/", views.rule_here, name="rule"),
    path("<uuid:public_id>/", views.guideline, name="guideline"),
    path("<uuid:public_id>/confirm/", views.confirm, name="confirm"),
    path("<uuid:public_id>/write/", views.write, name="write"),
    path("<uuid:public_id>/publish/", views.publish, name="publish"),
    path("<uuid:public_id>/withdraw/", views.withdraw, name="withdraw"),
]
