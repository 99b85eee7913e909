"""The bulk lane: a paper is laid out once, and for each petition only its typed values are set."""
