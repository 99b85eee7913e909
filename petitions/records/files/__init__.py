"""Where sealed files are kept: in folders of this machine, or in a bucket that speaks S3; and the keys of rows likewise."""
