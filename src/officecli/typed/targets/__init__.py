"""What people type of targets: amounts, terms, results."""
