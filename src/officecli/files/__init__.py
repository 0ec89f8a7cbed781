"""WHAT COMES AND GOES AS FILES: the office, its procedures and targets as TOML, its ledger and the sheet of its meetings, the work of each day for cron."""
