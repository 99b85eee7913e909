"""Takes the orders of a process apart from the site that works on the database."""

from __future__ import annotations

import os
import sys

import django

from petitions.records.apart import step_aside


def take_orders() -> str:
    """Read the orders from standard input, go on in a fork that nobody waits for, and set Django up there."""
    orders = sys.stdin.read().strip()
    step_aside()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clearrecord.settings")
    django.setup()
    return orders
