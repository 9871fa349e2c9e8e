"""All addresses. Whatever is not marked otherwise is for those who are signed in."""

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path, re_path
from django.views.i18n import set_language

from samspil.config import api
from samspil.config.monitoring import views as monitoring
from samspil.config.rooms import settings_room
from samspil.founding.views import sign_in
from samspil.people.views import addresses, join, organisation, sign_out
from samspil.web import views as web

urlpatterns = [
    path("", include("samspil.today.urls")),
    path("", include("samspil.founding.urls")),
    path("work/", include("samspil.review.urls")),
    path("processes/", include("samspil.work.urls")),
    path("processes/", include("samspil.inbox.urls.forms")),
    path("settings/", settings_room, name="settings_room"),
    path("settings/organisation/", organisation, name="organisation"),
    path("settings/chats/", include("samspil.chat.urls.settings")),
    path("settings/", include("samspil.work.urls.settings")),
    path("journal/", include("samspil.trust.urls")),
    path("rights/", include("samspil.trust.urls.rights")),
    path("incidents/", include("samspil.trust.urls.incidents")),
    path("reviews/", include("samspil.trust.urls.reviews")),
    path("uses/", include("samspil.trust.urls.uses")),
    path("notices/", include("samspil.trust.urls.notices")),
    path("retention/", include("samspil.trust.urls.retention")),
    path("eventlogs/", include("samspil.eventlogs.urls")),
    path("fairness/", include("samspil.fairness.urls")),
    path("allocation/", include("samspil.allocation.urls")),
    path("measures/", include("samspil.measures.urls")),
    path("audits/", include("samspil.audit.urls")),
    path("readiness/", include("samspil.readiness.urls")),
    path("workshops/", include("samspil.workshops.urls")),
    path("maps/", include("samspil.process_maps.urls")),
    path("initiatives/", include("samspil.pipeline.urls")),
    path("scenarios/", include("samspil.scenarios.urls")),
    path("rollouts/", include("samspil.rollouts.urls")),
    path("parallel-runs/", include("samspil.parallel_runs.urls")),
    path("papers/", include("samspil.trust.urls.papers")),
    path("verify/", include("samspil.governance.urls")),
    path("models/", include("samspil.governance.urls.models")),
    path("tools/", include("samspil.governance.urls.tools")),
    path("guidelines/", include("samspil.governance.urls.guidelines")),
    path("messages/", include("samspil.inbox.urls")),
    path("skills/", include("samspil.teaching.urls")),
    path("knowledge/gaps/", include("samspil.gaps.urls")),
    path("knowledge/", include("samspil.knowledge.urls")),
    path("summaries/", include("samspil.summaries.urls")),
    path("people/", include("samspil.people.urls")),
    path("roster/", include("samspil.roster.urls")),
    re_path(r"^join/(?P<key>[0-9a-f]{32}_[\w-]{43})/$", join, name="join"),
    path("chat/", include("samspil.chat.urls")),
    path("c/", include("samspil.chat.urls.strangers")),
    path("notice/", include("samspil.trust.urls.public")),
    path("f/", include("samspil.inbox.urls.strangers")),
    path("api/v1/", api.urls),
    path("style/", include("samspil.web.urls")),
    path("help/", web.help_index, name="help"),
    path("help/<slug:key>/", web.help_topic, name="help_topic"),
    path("accounts/login/", sign_in, name="account_login"),
    path("accounts/logout/", sign_out, name="account_logout"),
    path("accounts/email/", addresses, name="account_email"),
    path("accounts/", include("allauth.account.urls")),
    path("accounts/2fa/", include("allauth.mfa.urls")),
    path("accounts/sessions/", include("allauth.usersessions.urls")),
    path("health/", monitoring.health, name="health"),
    path("metrics/", monitoring.metrics, name="metrics"),
    path("language/setlang/", login_not_required(set_language), name="set_language"),
]
