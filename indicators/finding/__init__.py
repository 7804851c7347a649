"""The finders: text to mentions. Siblings that never import each other."""
