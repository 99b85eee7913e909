"""The tokens by which programs of an organization use the HTTP API."""
