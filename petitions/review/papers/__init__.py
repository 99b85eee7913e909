"""From decided convictions to the papers of a county: cases for the courts, lists, motions and proposed orders."""
