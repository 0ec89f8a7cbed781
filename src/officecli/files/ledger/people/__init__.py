"""Who is meant by the names of a row: people, the bodies outside, and who gathers in or supports."""
