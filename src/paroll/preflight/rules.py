"""All that preflight may find: for `paroll explain`."""

from paroll.preflight import boxes, claim, contents, extras, fonts, forms, guard, objects, opening

_GROUPS = (opening, guard, boxes, forms, fonts, extras, objects, claim, contents)
RULES = tuple(rule for group in _GROUPS for rule in group.RULES)
