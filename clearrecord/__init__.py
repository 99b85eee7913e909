"""The site: settings, addresses and the pages that answer when something goes wrong."""
