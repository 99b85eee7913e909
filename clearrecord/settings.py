"""Every setting of the site, read from the environment with safe defaults."""

from __future__ import annotations

import os
from datetime import timedelta
from email.utils import formataddr
from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from clearrecord import environment
from clearrecord.databases import database
from clearrecord.development import development_secrets
from clearrecord.file_stores import PLACES, file_stores
from clearrecord.logs import logging_settings
from clearrecord.mail import mail
from clearrecord.queues import redis_queues, task_apps, task_backends
from clearrecord.safety import refuse_unsafe
from petitions.records.keys import audit_keys, key_ring

BASE_DIR = Path(__file__).resolve().parent.parent
_given = os.environ
_is_production = (
    environment.one_of(_given, "CLEARRECORD_ENV", choices=("development", "production")) == "production"
)
IS_PRODUCTION = _is_production
_var = Path(environment.text(_given, "CLEARRECORD_VAR", default=str(BASE_DIR / "var")))
_made = {} if _is_production else development_secrets(_var)

# Secrets and hosts
DEBUG = environment.flag(_given, "DEBUG")
SECRET_KEY = environment.text(_given, "SECRET_KEY", default=_made.get("SECRET_KEY", ""))
ALLOWED_HOSTS = environment.names(
    _given, "ALLOWED_HOSTS", default="" if _is_production else "localhost,127.0.0.1,[::1]"
)
_keys = environment.text(_given, "CLEARRECORD_KEYS", default=_made.get("CLEARRECORD_KEYS", ""))
if _is_production:
    refuse_unsafe(debug=DEBUG, secret=SECRET_KEY, hosts=ALLOWED_HOSTS, keys=_keys)
RECORD_KEYS = key_ring(_keys)
# The keys of single rows, which are destroyed with them: apart from the database, and in no backup of it
ROW_KEYS_DIR = environment.text(_given, "CLEARRECORD_ROW_KEYS", default=str(_var / "row_keys"))
# What seals the chains of the audit logs; a key is kept for as long as entries are, three years after the last that it sealed
AUDIT_KEYS = audit_keys(environment.text(_given, "CLEARRECORD_AUDIT_KEYS"), secret=SECRET_KEY)

# Who runs this site, and how long it keeps answers
SITE_OPERATOR = environment.text(_given, "SITE_OPERATOR")
SITE_CONTACT = environment.text(_given, "SITE_CONTACT")
RETENTION_HOURS = environment.whole_number(_given, "RETENTION_HOURS", default=72)

# Where the court's own forms are kept, which whoever runs this site adds
OFFICIAL_FORMS_DIR = environment.text(
    _given, "CLEARRECORD_OFFICIAL_FORMS", default=str(_var / "official_forms")
)

# Reading RAP sheets: who may hand one in, where it is held meanwhile and for how many hours, and what reads pictures
READ_RAP_SHEETS = environment.one_of(_given, "READ_RAP_SHEETS", choices=("clinics", "everyone", "off"))
SHEETS_DIR = environment.text(_given, "CLEARRECORD_SHEETS", default=str(_var / "sheets"))
SHEET_HOURS = min(environment.whole_number(_given, "SHEET_HOURS", default=4), 24)
PICTURE_READER = environment.one_of(_given, "PICTURE_READER", choices=("best", "rapid", "tesseract", "none"))
# Where the papers of print jobs are held, sealed, for a day
PRINTS_DIR = environment.text(_given, "CLEARRECORD_PRINTS", default=str(_var / "prints"))
MOST_UPLOADED = 64 * 1024 * 1024
# County reviews: where their files are kept, sealed, for 30 days; the most that one upload may hold; and a folder of this
# server from which files may be chosen by name (none unless it is set)
REVIEWS_DIR = environment.text(_given, "CLEARRECORD_REVIEWS", default=str(_var / "reviews"))
COUNTY_REVIEW_FOLDER = environment.text(_given, "COUNTY_REVIEW_FOLDER")
MOST_REVIEWED = 16 * 1024 * 1024 * 1024

# Where all of these are kept instead of in folders, for several machines: a bucket, and who may use it
_files = {
    **{name: _given.get(name, "") for name in PLACES},
    "FILES_URL": environment.text(_given, "FILES_URL"),
    "FILES_ACCESS_KEY": environment.text(_given, "FILES_ACCESS_KEY"),
    "FILES_SECRET_KEY": environment.secret(_given, "FILES_SECRET_KEY"),
}

# Mail for reminders: without a server production offers none, and development writes it to files
_sender = environment.text(_given, "MAIL_FROM", default="" if _is_production else "reminders@localhost")
_mail = mail(
    environment.text(_given, "EMAIL_URL"), sender=_sender, files=None if _is_production else _var / "mail"
)
MAIL_OFFERED = _mail.is_offered
MAIL_DOMAIN = _sender.rpartition("@")[2]
DEFAULT_FROM_EMAIL = formataddr((environment.text(_given, "MAIL_FROM_NAME", default="Reminders"), _sender))
EMAIL_BACKEND, EMAIL_FILE_PATH = _mail.backend, _mail.folder
EMAIL_HOST, EMAIL_PORT = _mail.host, _mail.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail.user, _mail.password
EMAIL_USE_TLS, EMAIL_USE_SSL = _mail.scheme == "smtp", _mail.scheme == "smtps"
EMAIL_TIMEOUT = 10
# What carries messages of an organization to its petitioners: the class; the usual one writes to nobody
CLINIC_SENDER = environment.text(
    _given, "CLINIC_SENDER", default="petitions.clinic.after.senders.ConsoleSender"
)

# Work that outlives a request: `manage.py work` does it, on this machine or on others that share the database and the files
REDIS_URL = environment.text(_given, "REDIS_URL")
TASKS = task_backends(REDIS_URL)
RQ_QUEUES = redis_queues(REDIS_URL)

# Parts
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "auditlog",
    "crispy_forms",
    "csp",
    "import_export",
    *task_apps(REDIS_URL),
    "petitions",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "clearrecord.metrics.CountingMiddleware",
    "clearrecord.compression.CompressedPagesMiddleware",
    "csp.middleware.CSPMiddleware",
    "clearrecord.headers.PrivatePagesMiddleware",
    "clearrecord.flood.SignInFloodMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "petitions.access.signing_in.sittings.SittingMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "petitions.access.signing_in.enrolment.SecondStepMiddleware",
    "petitions.access.signing_in.again.ProveAgainMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "clearrecord.urls"
WSGI_APPLICATION = "clearrecord.wsgi.application"
AUTH_USER_MODEL = "petitions.User"
AUDITLOG_LOGENTRY_MODEL = "petitions.AuditEntry"

# Staff sign in; petitioners need no account
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "matters"
AUTHENTICATION_BACKENDS = ["petitions.access.signing_in.backend.NameOrMail"]
_password = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_password}.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "petitions.access.signing_in.passwords.LongestPassword"},
    {"NAME": f"{_password}.CommonPasswordValidator"},
    {"NAME": f"{_password}.UserAttributeSimilarityValidator"},
]
PASSWORD_RESET_TIMEOUT = int(timedelta(hours=1).total_seconds())
ACCOUNT_ADAPTER = "petitions.access.signing_in.adapters.StaffAccounts"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_RATE_LIMITS = (
    False  # allauth counts in a cache; petitions.access.signing_in.pace does in the database
)
ACCOUNT_REAUTHENTICATION_TIMEOUT = int(timedelta(minutes=5).total_seconds())
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if _is_production else "http"
_form = "petitions.access.signing_in.forms"
ACCOUNT_FORMS = {
    "login": f"{_form}.SignInForm",
    "reauthenticate": f"{_form}.PasswordAgainForm",
    "change_password": f"{_form}.ChangePasswordForm",
    "reset_password": f"{_form}.ForgottenForm",
    "reset_password_from_key": f"{_form}.NewPasswordForm",
}
MFA_ADAPTER = "petitions.access.signing_in.adapters.StaffSecondSteps"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True  # an address of staff is known from the invitation
MFA_RATE_LIMITS = False
MFA_PASSKEY_LOGIN_ENABLED = True
_form = "petitions.access.signing_in.second_step_forms"
MFA_FORMS = {
    "authenticate": f"{_form}.SecondStepForm",
    "reauthenticate": f"{_form}.SecondStepAgainForm",
    "login_webauthn": f"{_form}.PasskeyAloneForm",
    "authenticate_webauthn": f"{_form}.PasskeyForm",
    "reauthenticate_webauthn": f"{_form}.PasskeyAgainForm",
    "add_webauthn": f"{_form}.AddPasskeyForm",
    "edit_webauthn": f"{_form}.RenamePasskeyForm",
}
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "clearrecord.context.site",
                "django.contrib.messages.context_processors.messages",
                "petitions.access.signing_in.sittings.sitting",
                "petitions.interview.visit_time.visit",
                "petitions.clinic.links.staff",
            ]
        },
    }
]
CRISPY_ALLOWED_TEMPLATE_PACKS = ("clearrecord",)
CRISPY_TEMPLATE_PACK = "clearrecord"
CRISPY_FAIL_SILENTLY = False

# What is kept
DATABASES = {
    "default": database(
        environment.text(_given, "DATABASE_URL", default=f"sqlite:///{_var / 'clearrecord.sqlite3'}"),
        base=BASE_DIR,
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = int(timedelta(days=7).total_seconds())
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 400
DATA_UPLOAD_MAX_NUMBER_FILES = 60
FILE_UPLOAD_HANDLERS = [  # never a readable file on disk
    "petitions.review.screens.uploads.SealedUploads",
    "petitions.rapsheet.files.uploads.InMemoryOnly",
]

# Languages and the clock
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("es", _("Spanish"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
FORMAT_MODULE_PATH = ["clearrecord.formats"]
USE_TZ = True
TIME_ZONE = "America/Los_Angeles"

# Static files
STATIC_URL = "/static/"
STATIC_ROOT = environment.text(_given, "CLEARRECORD_STATIC", default=str(_var / "static"))
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    **file_stores(_files, is_production=_is_production),
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if _is_production
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not _is_production
WHITENOISE_AUTOREFRESH = not _is_production

# What a browser is told
_cookie = "__Host-" if _is_production else ""
SESSION_COOKIE_NAME = f"{_cookie}session"
CSRF_COOKIE_NAME = f"{_cookie}csrf"
LANGUAGE_COOKIE_NAME = "language"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = _is_production
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_AGE = int(timedelta(days=365).total_seconds())
CSRF_FAILURE_VIEW = "clearrecord.errors.expired_form"
CSRF_TRUSTED_ORIGINS = environment.names(_given, "CSRF_TRUSTED_ORIGINS")
SECURE_SSL_REDIRECT = _is_production
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^health/"]
SECURE_HSTS_SECONDS = int(timedelta(days=730).total_seconds()) if _is_production else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = _is_production
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if environment.flag(_given, "BEHIND_HTTPS_PROXY") else None
)
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "font-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# What is told to those who run the site
LOGGING = logging_settings()
METRICS_TOKEN = environment.secret(_given, "METRICS_TOKEN")  # figures for Prometheus: off without a token
DEFAULT_EXCEPTION_REPORTER_FILTER = "clearrecord.logs.HideEverything"
