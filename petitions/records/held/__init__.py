"""RAP sheets that are being read: sealed in a private folder of files, gone with the visit or once confirmed."""
