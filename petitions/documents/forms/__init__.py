"""The papers of a packet, one module per paper: each turns a case sheet into the words of its pages."""
