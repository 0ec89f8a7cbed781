"""What a heading may mean beside what stands under it, and beside the headings next to it."""
