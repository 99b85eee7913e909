"""ClearRecord: facts, law, determinations and court papers for California marijuana convictions."""
