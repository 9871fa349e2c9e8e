"""Django's settings; everything a company may change comes from `environment`."""

from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF

from samspil.config.environment import Environment
from samspil.config.monitoring.log import logging_settings
from samspil.config.proxies import read_proxies
from samspil.config.sqlite import use_current_sqlite
from samspil.core.gateway.addresses import networks

use_current_sqlite()
ENVIRONMENT = Environment()
PACKAGE = Path(__file__).resolve().parent.parent

SAMSPIL_HOME = ENVIRONMENT.home.resolve()
SECRET_KEY = ENVIRONMENT.key("secret").hex()
JOURNAL_KEY = ENVIRONMENT.key("journal")
MARK_KEY = ENVIRONMENT.key("mark")
FILES_KEY = ENVIRONMENT.key("files")
START_KEY = ENVIRONMENT.key("start")
FORM_KEY = ENVIRONMENT.key("form")
MOST_FILE_MB = ENVIRONMENT.most_file_mb
MOST_DOCUMENT_MB = ENVIRONMENT.most_document_mb
WATCHED_FOLDERS = ENVIRONMENT.watched_folders
PRIVATE_HOSTS = ENVIRONMENT.private_hosts
OCR = ENVIRONMENT.ocr
DEBUG = ENVIRONMENT.debug
DEMO = ENVIRONMENT.demo
EMBEDDING = ENVIRONMENT.embedding == "on"
EMBEDDING_LEARNS = ENVIRONMENT.embedding != "off"
BASE_URL = ENVIRONMENT.base_url
BASE_URL_GIVEN = "base_url" in ENVIRONMENT.model_fields_set
EVENTS_URL = ENVIRONMENT.events_url
MODEL_NETWORKS = networks(ENVIRONMENT.model_networks)
MODEL_SECONDS = ENVIRONMENT.model_seconds
MODEL_CALLS_A_MINUTE = ENVIRONMENT.model_calls_a_minute
API_CALLS_A_MINUTE = ENVIRONMENT.api_calls_a_minute
ALLOWED_HOSTS = ENVIRONMENT.allowed_hosts.split(",")
CSRF_TRUSTED_ORIGINS = [BASE_URL]
MAIL_FOLDER = (ENVIRONMENT.mail_folder or SAMSPIL_HOME / "mail").resolve()

DATABASES = {"default": ENVIRONMENT.database()}
OWNER_DATABASE = (
    ENVIRONMENT.database(ENVIRONMENT.owner_database_url) if ENVIRONMENT.owner_database_url else None
)
BACKUP_DATABASE = (
    ENVIRONMENT.database(ENVIRONMENT.backup_database_url)
    if ENVIRONMENT.backup_database_url
    else None
)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "people.User"

INSTALLED_APPS = [
    "samspil.config.apps.ConfigConfig",
    "samspil.demo",
    "samspil.today",
    "samspil.founding",
    "samspil.trust",
    "samspil.rollouts",
    "samspil.process_maps",
    "samspil.workshops",
    "samspil.pipeline",
    "samspil.scenarios",
    "samspil.allocation",
    "samspil.audit",
    "samspil.eventlogs",
    "samspil.readiness",
    "samspil.measures",
    "samspil.parallel_runs",
    "samspil.teaching",
    "samspil.fairness",
    "samspil.chat",
    "samspil.inbox",
    "samspil.knowledge",
    "samspil.summaries",
    "samspil.gaps",
    "samspil.review",
    "samspil.likeness",
    "samspil.roster",
    "samspil.work",
    "samspil.governance",
    "samspil.uses",
    "samspil.people",
    "samspil.journal",
    "samspil.tenancy",
    "samspil.web",
    "samspil.adapters",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "template_partials.apps.SimpleAppConfig",
    "django.forms",
    "django_htmx",
    "csp",
    "ninja",
]

FORM_RENDERER = "samspil.web.controls.Controls"

MIDDLEWARE = [
    "samspil.config.proxies.ClientAddress",
    "samspil.config.monitoring.middleware.Watched",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "samspil.config.events.pages.MayListen",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "samspil.people.middleware.CurrentColleague",
]

ROOT_URLCONF = "samspil.config.urls"
WSGI_APPLICATION = "samspil.config.wsgi.application"

LOADERS = [
    "django.template.loaders.filesystem.Loader",
    "django.template.loaders.app_directories.Loader",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    LOADERS if DEBUG else [("django.template.loaders.cached.Loader", LOADERS)],
                )
            ],
            "builtins": ["template_partials.templatetags.partials"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.template.context_processors.tz",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "samspil.config.shell.shell",
            ],
        },
    }
]

# Sign-in
AUTHENTICATION_BACKENDS = ["samspil.people.adapter.WithOrganisations"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "samspil.people.adapter.ByInvitation"
ACCOUNT_LOGOUT_REDIRECT_URL = "/accounts/login/"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # an invitation by mail proved the address
MFA_TOTP_ISSUER = "Samspil"
MFA_ADAPTER = "samspil.people.adapter.SealedFactors"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "samspil.people.forms.NoNames"},
]
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "config_cache",
    },
    "counting": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    },
}

EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = MAIL_FOLDER

# Language and time
LANGUAGE_CODE = "da"
LANGUAGES = [("da", "Dansk"), ("de", "Deutsch"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "web" / "locale"]
USE_I18N = True
FORMAT_MODULE_PATH = "samspil.web.formats"
USE_TZ = True
TIME_ZONE = "UTC"

# Closed by default
SECURE_BROWSER = urlsplit(BASE_URL).scheme == "https"
TRUSTED_PROXIES = read_proxies(ENVIRONMENT.trusted_proxies)
if ENVIRONMENT.trusted_proxies:  # `ClientAddress` removes the header where anybody else sends it
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
METRICS_TOKEN = ENVIRONMENT.metrics_token
HOST_ONLY = "__Host-" if SECURE_BROWSER else ""  # no other host may set or read such a cookie
SESSION_COOKIE_NAME = f"{HOST_ONLY}sessionid"
CSRF_COOKIE_NAME = f"{HOST_ONLY}csrftoken"
LANGUAGE_COOKIE_NAME = f"{HOST_ONLY}django_language"
MESSAGE_STORAGE = "samspil.web.toasting.Toasts"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = SECURE_BROWSER
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = ENVIRONMENT.session_hours * 3600  # from the sign-in, whatever is done since
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if SECURE_BROWSER else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_BROWSER
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "object-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]

STATIC_URL = "static/"
STATIC_ROOT = SAMSPIL_HOME / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_ALLOW_ALL_ORIGINS = False

# Work in the background
BESIDE_CASES = "samspil.config.knowing.BESIDE_CASES"
PARALLEL_RUNS = "samspil.config.both_ways.PARALLEL_RUNS"
JOB_HANDLERS = "samspil.config.jobs.HANDLERS"
KNOWN_AT_THE_DOOR = "samspil.work.queries.sight.beside"
PERIODIC_JOBS = "samspil.config.jobs.PERIODIC"
FIRST_WORDS = "samspil.founding.queries.start_words"
"""What `serve` says besides its address, given that address."""

LOGGING = logging_settings(ENVIRONMENT.log_format, requests=not DEMO)
