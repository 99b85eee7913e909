"""The law, explained: tables that the program's own answers make, so that they cannot say anything else."""
