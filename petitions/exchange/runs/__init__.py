"""What every long command has that goes on where it stopped: its folder, its worker processes, its reports."""
