"""How fast a batch goes, and how long it will take."""

from handouts.outcome import count

OFTEN = 0.1  # seconds between two words about it
SETTLED = 1  # seconds before a guess at the time left is worth anything


class Pace:
    """The moments are seconds of any clock that only goes forward; `total` is None where nobody has counted."""

    def __init__(self, total: int | None, start: float) -> None:
        self.total, self.start, self.last = total, start, start

    def due(self, now: float) -> bool:
        """Whether it is time for another word."""
        if now - self.last < OFTEN:
            return False
        self.last = now
        return True

    def told(self, done: int, now: float) -> str:
        """Such as `1,200 of 10,000 rows, 950 a second, 10 seconds left`."""
        rate = done / max(now - self.start, OFTEN)
        parts = [f"{done:,} of {self.total:,} rows" if self.total else f"{done:,} rows", f"{rate:,.0f} a second"]
        if self.total and done and now - self.start >= SETTLED:
            parts.append(f"{duration((self.total - done) / rate)} left")
        return ", ".join(parts)


def duration(seconds: float) -> str:
    """In whole seconds, minutes or hours, as somebody who waits would say it."""
    if seconds < 90:
        return count(max(round(seconds), 1), "second")
    if seconds < 90 * 60:
        return count(round(seconds / 60), "minute")
    return count(round(seconds / 3600), "hour")
