"""The shapes every report has, and what they all take."""
