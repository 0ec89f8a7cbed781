"""With whom a paper is on its way, as English cells name them; whoever it is for is none of these."""

from __future__ import annotations

WHO_LOOKS_IT_OVER = r"(?:legal|counsel|attorneys?|editors?|reviewers?|review|approvals?|signatures?|print\w*)"
"""Those who have to see it, or bring it into its form, before it is out."""
ONES_OWN = r"(?:manager|management|supervisor|director|deputy|dean|chief|boss|lead|leadership|team|staff|finance|accounting|hr)"
"""Those of the office itself: a paper that is with them is not out, and what was done is told them at its end."""
