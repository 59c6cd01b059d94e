"""Press: finished PDF bytes in, bytes out. Knows no sheet."""
