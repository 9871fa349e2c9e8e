"""Addresses of how long data is kept, and of what is held."""

from django.urls import path

from samspil.trust.views import holds, retention

app_name = "retention"
urlpatterns = [
    path("", retention.retention, name="retention"),
    path("reports.csv", retention.export, name="export"),
    path("reminders/", retention.reminders, name="reminders"),
    path("holds/", holds.holds, name="holds"),
    path("holds/<uuid:public_id>/", holds.hold, name="hold"),
    path("holds/<uuid:public_id>/end/", holds.end, name="hold_end"),
    path("<str:category>/", retention.period, name="period"),
    path("<str:category>/usual/", retention.usual, name="usual"),
    path("<str:category>/agree/", retention.agree, name="agree"),
]
