"""The kinds of page an author can use, in the order in which their keys are looked for."""

from paroll.kinds import (
    agenda,
    chart,
    chart_data,
    closing,
    columns,
    contacts,
    event,
    figure,
    news,
    people,
    picture,
    pillars,
    points,
    qr,
    quote,
    statement,
    table,
    text,
    timeline,
)

KINDS = {
    kind.name: kind
    for kind in (
        points.KIND,
        quote.KIND,
        figure.KIND,
        pillars.KIND,
        timeline.KIND,
        columns.KIND,
        agenda.KIND,
        table.KIND,
        chart.KIND,
        news.KIND,
        event.KIND,
        contacts.KIND,
        people.KIND,
        qr.KIND,
        picture.KIND,
        statement.KIND,
        closing.KIND,
        text.KIND,
    )
}

FIELDS = {name: kind.fields for name, kind in KINDS.items()}
"""What an author writes for each kind."""

RULES = (*chart.RULES, chart_data.DATA)
"""What can be wrong with the values of a section together."""
