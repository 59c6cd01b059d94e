"""All that preflight may find: for `paroll explain`."""

from paroll.preflight import boxes, claim, extras, fonts, guard, objects, opening

_GROUPS = (opening, guard, boxes, fonts, extras, objects, claim)
RULES = tuple(rule for group in _GROUPS for rule in group.RULES)
