"""All addresses."""

from django.urls import include, path

from samspil.config import api

urlpatterns = [
    path("", include("samspil.today.urls")),
    path("work/", include("samspil.review.urls")),
    path("processes/", include("samspil.work.urls")),
    path("journal/", include("samspil.trust.urls")),
    path("verify/", include("samspil.governance.urls")),
    path("messages/", include("samspil.inbox.urls")),
    path("api/v1/", api.urls),
    path("style/", include("samspil.web.urls")),
    path("accounts/", include("allauth.account.urls")),
    path("language/", include("django.conf.urls.i18n")),
]
