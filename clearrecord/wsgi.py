"""Gives a web server the application to call."""

from __future__ import annotations

import os
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clearrecord.settings")

application = get_wsgi_application()
import_module(settings.ROOT_URLCONF)  # every page is loaded before the first visitor comes
