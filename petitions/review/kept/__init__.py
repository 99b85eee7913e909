"""A review that the site keeps: run apart from its pages over sealed files, so that nothing readable is on the disk."""
