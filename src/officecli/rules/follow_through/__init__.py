"""No break after the decision, nothing closed without a result."""
