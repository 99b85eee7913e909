"""The HTTP API: what the commands ``screen`` and ``packet`` do, for other programs of an organization.

Nothing is decided here and nothing that is sent is kept.
"""
