"""Charts: numbers into shapes and labels that stand where PowerPoint's own chart will.

One message, direct labels, no grid, nothing that does not inform. Each form of chart is drawn by
a module of its own; `filling` chooses.
"""
