"""Reading a RAP sheet: its text, what each line says, and the facts that follow."""
