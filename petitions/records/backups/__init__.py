"""Backups of the site: the database and the sealed files in one archive, never the keys of rows."""
