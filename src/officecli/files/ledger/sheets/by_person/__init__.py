"""Plans with a row for each person and a column for each day, week or month."""
