"""paroll: one YAML programme becomes everything a campaign shows and prints."""

__version__ = "0.1.0"
