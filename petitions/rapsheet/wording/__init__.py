"""The words of the pages on a RAP sheet, by code."""
