"""Spanish numbers as they are written in California: 66,000 and 99.3."""

DECIMAL_SEPARATOR = "."
THOUSAND_SEPARATOR = ","
NUMBER_GROUPING = 3
