"""Reads research files of the Department of Justice: which rows are whole, which are not, and what deciding needs of them."""
