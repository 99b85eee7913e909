"""Sealed files and keys of rows in a bucket that speaks S3; boto3 is loaded with this package alone."""
