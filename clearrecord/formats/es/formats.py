"""Spanish numbers as they are written in California, 66,000 and 99.3, and days that nobody can read as other days."""

DECIMAL_SEPARATOR = "."
THOUSAND_SEPARATOR = ","
NUMBER_GROUPING = 3

# Forms here ask for month/day/year, as court papers do: a day in numbers alone could be read either way.
SHORT_DATE_FORMAT = "j b Y"
SHORT_DATETIME_FORMAT = "j b Y, H:i"
