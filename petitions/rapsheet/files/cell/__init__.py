"""What runs in the jail: a process that opens files of strangers, and can do nothing else."""
