"""The words of the pages that explain the law."""
