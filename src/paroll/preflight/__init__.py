"""Preflight: what a print shop would call about, found before the file is sent."""

from paroll.preflight.model import Issue, Report

__all__ = ["Issue", "Report"]
