"""Workers of one machine: started, kept alive, told what comes round, and ended in peace."""
