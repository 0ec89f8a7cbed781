"""WHO MAY, AND FOR WHOM: in which role somebody acts, what only they are shown or told of, and what they can take back. Where an act is to be judged
the answer is a Standing; only actions sign with it.
"""
