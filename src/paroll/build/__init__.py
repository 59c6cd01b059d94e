"""From programmes to files: what is to be made, and writing it whole or not at all."""
