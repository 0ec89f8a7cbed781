"""The office as tables: its units, posts, duties and people; absences; how people came, and what they find hard."""
