"""Addresses at which notices are published."""

from django.urls import path

from samspil.trust.views import notices as views

app_name = "notices"
urlpatterns = [
    path("<uuid:public_id>/", views.setting_up, name="setting_up"),
    path("<uuid:public_id>/withdraw/", views.withdraw, name="withdraw"),
]
