"""The logical tree of a document: plain data, built from the content before anything is laid out."""

from dataclasses import dataclass, field

Attribute = str | float | tuple[float, ...]


@dataclass(eq=False)
class Element:
    """A structure element (ISO 32000-1, 14.8.4). Compared by identity: two equal paragraphs are two paragraphs."""

    role: str
    parent: "Element | None" = None
    kids: list["Element"] = field(default_factory=list)
    alt: str = ""
    late: bool = False
    attributes: dict[str, dict[str, Attribute]] = field(default_factory=dict)

    def add(self, role: str, alt: str = "") -> "Element":
        """A child in reading order."""
        child = Element(role, self, alt=alt)
        self.kids.append(child)
        return child

    def inline(self, role: str, alt: str = "") -> "Element":
        """A child that lands between the texts of its parent, where it is first drawn, such as a link."""
        return Element(role, self, alt=alt, late=True)

    def set(self, owner: str, **attributes: Attribute) -> "Element":
        """Standard attributes under their owner: `List`, `Table` or `Layout` (ISO 32000-1, 14.8.5)."""
        self.attributes.setdefault(owner, {}).update(attributes)
        return self


@dataclass(frozen=True)
class Filled:
    """What the element of a place to write says once it is filled: its words instead of those for an empty one."""

    alt: str = ""
    checked: bool = False


@dataclass(frozen=True)
class Artifact:
    """Something on the page that is not content: said by decision, never by default (ISO 14289-1, 7.1)."""

    kind: str = "Layout"
    subtype: str = ""

    @property
    def properties(self) -> str:
        """The property list that stands in the content stream."""
        subtype = f" /Subtype /{self.subtype}" if self.subtype else ""
        return f"<</Type /{self.kind}{subtype}>>"


Owner = Element | Artifact
DECORATION = Artifact("Layout")
HEADER = Artifact("Pagination", "Header")
FOOTER = Artifact("Pagination", "Footer")
REPEATED = Artifact("Pagination")
