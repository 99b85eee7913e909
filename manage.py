#!/usr/bin/env python
"""Starts Django's commands with this project's settings."""

from __future__ import annotations

import os
import sys

if __name__ == "__main__":
    from petitions.management.ahead import begin  # not for the worker processes, which load this file too

    begin(sys.argv[1:])
    from django.core.management import execute_from_command_line

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clearrecord.settings")
    execute_from_command_line(sys.argv)
