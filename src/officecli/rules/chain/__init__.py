"""Step by step: no skipping levels, no asking several leaders, no backflow."""
