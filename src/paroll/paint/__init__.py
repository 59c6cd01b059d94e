"""Painters: sheets to bytes, one package for each kind of file."""
