"""House templates: a brand's own .pptx or .potx, read into plain data.

Nothing is imported here: kits without a template pay nothing for those with one.
"""
