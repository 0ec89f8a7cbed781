"""Everything has its time: signing, feedback, extensions, the end."""
