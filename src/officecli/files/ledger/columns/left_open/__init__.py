"""What the headings leave open: found by what stands in the columns, and by which are taken already."""
