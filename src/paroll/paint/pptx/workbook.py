"""The workbook inside a chart: what PowerPoint opens for whoever edits its numbers.

Importing this module imports XlsxWriter.
"""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

from xlsxwriter import Workbook

from paroll.sheet import Chart, Series

SHEET = "Sheet1"
_DATE = datetime(2000, 1, 1)
"""A clock would give each build other bytes."""
_AS_TEXT = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
_NAMES_WIDTH, _VALUES_WIDTH = 32, 16


def workbook(chart: Chart) -> bytes:
    """Return the numbers of `chart` as a workbook: categories down, series across.

    Whatever a name begins with, it is text: nothing in the workbook is a formula.
    """
    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True, **_AS_TEXT})
    book.set_properties({"created": _DATE})
    sheet = book.add_worksheet(SHEET)
    sheet.set_column(0, 0, _NAMES_WIDTH)
    sheet.set_column(1, len(chart.series), _VALUES_WIDTH)
    for row, category in enumerate(chart.categories, 1):
        sheet.write_string(row, 0, category)
    for column, series in enumerate(chart.series, 1):
        sheet.write_string(0, column, series.name)
        for row, value in enumerate(series.values, 1):
            if value is not None:
                pattern = book.add_format({"num_format": _pattern(series, row - 1)})
                sheet.write_number(row, column, value, pattern)
    book.close()
    return stream.getvalue()


def _pattern(series: Series, place: int) -> str:
    """Return the number format of a value: its label's, or that of the first label there is."""
    label = series.labels[place]
    known = (other.pattern for other in series.labels if other)
    return label.pattern if label else next(known, "General")
