"""A copy of an agreement with Word comments: `annotated_copy` makes it, `remarks_for` says what is commented where."""
