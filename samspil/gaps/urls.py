"""Addresses of this slice."""

from django.urls import path

from samspil.gaps import views

app_name = "gaps"
urlpatterns = [
    path("", views.gaps, name="map"),
    path("export/", views.export, name="export"),
    path("draw/", views.draw, name="draw"),
    path("topics/<uuid:public_id>/", views.ask_for, name="ask_for"),
    path("requests/<uuid:public_id>/done/", views.done, name="done"),
    path("requests/<uuid:public_id>/withdraw/", views.withdraw, name="withdraw"),
    path("requests/<uuid:public_id>/reopen/", views.reopen, name="reopen"),
    path("known/", views.known, name="known"),
    path("known/<uuid:public_id>/say/", views.say_known, name="say_known"),
    path("yours/", views.yours, name="yours"),
]
