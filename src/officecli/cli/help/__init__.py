"""What help shows: the page of each command, the first steps, the topics."""
