"""What is printed: sheets, A4, Word and web pages."""
