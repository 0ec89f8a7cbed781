"""What came of a ledger or a meeting's sheet that was read: tables of what differs, what is wrong and how rows were understood, and the words about them."""
