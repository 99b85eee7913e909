"""The Act and nothing else: pure rules over frozen facts, standard library only, no clock."""
