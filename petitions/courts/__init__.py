"""Counties, courthouses and prosecutors: the directory that papers and pages read."""
