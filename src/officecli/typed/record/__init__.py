"""What people type of the record: the rules they set aside."""
