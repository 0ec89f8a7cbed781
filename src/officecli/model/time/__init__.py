"""Working days, office hours, periods and recurrence: pure functions of days and moments."""
