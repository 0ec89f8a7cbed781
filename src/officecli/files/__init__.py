"""WHAT COMES AND GOES AS FILES: the office, its procedures and targets as TOML, its ledger as a spreadsheet."""
