"""What every block is composed with: looks, fixed words, the clinic and the problems found so far."""

from dataclasses import dataclass, field, replace

from handouts.clinic import Clinic
from handouts.inline import Text
from handouts.model import LayoutKind
from handouts.problem import Place, Problem
from handouts.words import Words
from layouts.figures.picture import TALLEST
from layouts.flowables.paragraph import Breaking, Heading, Paragraph, heading, plain
from layouts.lines import TextStyle
from layouts.tagging.tree import Element, Owner
from layouts.theme import Role, Theme


@dataclass(frozen=True)
class Context:
    """The surroundings of a block. `width` is that of its column in points, `level` that of the section it stands in.

    `compact` asks for the least that will do, as on a card; no picture is taller than `tallest` points.
    """

    theme: Theme
    words: Words
    clinic: Clinic
    layout: LayoutKind
    values: dict[str, str]
    width: float
    problems: list[Problem] = field(default_factory=list)
    level: int = 0
    compact: bool = False
    tallest: float = TALLEST

    def inside(self, level: int) -> "Context":
        """The same surroundings within a section of this level."""
        return replace(self, level=level)

    def narrow(self, width: float) -> "Context":
        """The same surroundings in a narrower column."""
        return replace(self, width=width)

    def unheard(self) -> "Context":
        """The same surroundings, for something that is only measured: its problems are not told twice."""
        return replace(self, problems=[])

    @property
    def columns(self) -> bool:
        """Whether two columns of text have room side by side: 32 characters each at least."""
        return not self.compact and self.width >= 64 * self.theme.style("body").size * 0.5

    def inverse(self, role: Role) -> TextStyle:
        """A role in white, for dark grounds."""
        white = self.theme.colours["white"]
        return replace(self.theme.style(role), colour=white, strong_colour=white, link_colour=white)

    def text(self, text: Text) -> Text:
        """A text with the clinic's own words in place of its placeholders."""
        return text.filled(self.values)

    def paragraph(self, text: Text, role: Role | TextStyle, owner: Owner, breaking: Breaking = "greedy") -> Paragraph:
        """A text of the handout in the looks of a role."""
        style = role if isinstance(role, TextStyle) else self.theme.style(role)
        return Paragraph(self.text(text), style, owner, self.problems, breaking=breaking)

    def words_of(self, words: str, role: Role | TextStyle, owner: Owner, place: Place) -> Paragraph:
        """Fixed words, or a label without markup, in the looks of a role."""
        return self.paragraph(plain(words, place), role, owner)

    def heading(self, text: Text, role: Role, parent: Element, level: int) -> Heading:
        """A heading, its element (H1 for level 0) and its entry in the outline."""
        return self.heading_in(text, role, parent.add(f"H{min(level + 1, 6)}"), level)

    def heading_in(self, text: Text, role: Role, owner: Element, level: int, prefix: str = "") -> Heading:
        """A heading whose element begins with something else, such as a number in a disc."""
        made = heading(self.text(text), self.theme.style(role), owner, self.problems, level)
        made.entry = prefix + made.entry
        return made
