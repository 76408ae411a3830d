"""What may be written in a field: each value becomes what will stand on the page, or a problem at its own place."""

from handouts.filling.form import Form

__all__ = ["Form"]
