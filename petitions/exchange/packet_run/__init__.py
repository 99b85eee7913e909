"""A run of the ``packets`` command: many records in, a folder of papers for each, continued where it stopped."""
