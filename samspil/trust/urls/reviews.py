"""Addresses of the reviews of uses: a use is reviewed by the id of what it is a use in."""

from django.urls import path

from samspil.trust.views import reviews as views

app_name = "reviews"
urlpatterns = [
    path("", views.reviews, name="reviews"),
    path("reviews.csv", views.export, {"form": "csv"}, name="csv"),
    path("reviews.xlsx", views.export, {"form": "xlsx"}, name="xlsx"),
    path("<uuid:public_id>/", views.review, name="review"),
    path("of/<uuid:public_id>/", views.begin, name="begin"),
    path("findings/<uuid:public_id>/done/", views.done, name="done"),
]
