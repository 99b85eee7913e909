"""Pictures of sheets: photographs and scans, straightened and read into lines."""
