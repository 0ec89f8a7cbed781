"""Who stands above whom, who acts for somebody away, and who may change the office."""
