"""What a review tells of the whole: its effect on people, its charts, and the report for the public without names."""
