"""How numbers are written, where a language has another habit than its readers here; found by FORMAT_MODULE_PATH."""
