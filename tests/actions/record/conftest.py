"""What is done by rank and turn is tried in the rules' small office."""

from stage.small_office import office

__all__ = ["office"]
