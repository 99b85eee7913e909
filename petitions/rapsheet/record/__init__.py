"""From a sheet to the contract's record: which counts enter, and what the sheet says for each key."""
