"""The work of each day, written for whatever runs it: a crontab, or timers of systemd."""
