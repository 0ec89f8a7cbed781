"""What people type of procedures: steps, limits, and what a procedure is to be."""
