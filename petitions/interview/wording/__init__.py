"""The words of the result page, by code: what an answer means, why it is open, and what to do next."""
