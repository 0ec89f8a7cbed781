"""Understanding a spreadsheet ledger (台账): a file becomes plain rows of typed values, or problems a clerk can mend."""
