"""Layout: text measured, broken and fitted by the brand's own font files."""
