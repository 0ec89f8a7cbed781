"""The words of ledgers, offices and other tools, and the codes they stand for."""
