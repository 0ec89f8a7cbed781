"""Tables that say a thing in two columns or by a mark, made plain before their rows are read."""
