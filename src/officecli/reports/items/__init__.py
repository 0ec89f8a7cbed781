"""Items as one sees them: what is late, what today asks for, what is coming, who answers for it."""
