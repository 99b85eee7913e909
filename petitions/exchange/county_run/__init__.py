"""A run of the ``county_papers`` command: a county's cases in, papers for each and for each court out."""
