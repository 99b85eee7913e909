"""A run of the county review: files in, spreadsheets out, with bounded memory, continued where it stopped.

It goes over the rows three times: read piece by piece and laid out by person, decided share by share, and
written piece by piece in the order of the files. What a step has done is noted; a later start does the rest.
"""
