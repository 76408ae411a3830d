"""Which of the three kinds of file a tree is, so that one taken for another is told once and not key by key."""

from handouts.problem import HandoutError
from handouts.reader import Mapping, Node

HANDOUT, FRAGMENT, CLINIC = "a handout", "a fragment", "a clinic's file"
HINTS = {
    HANDOUT: "name a file that starts with `id:`; a clinic's file goes after `--clinic`",
    FRAGMENT: "a fragment says `body:` and nothing else",
    CLINIC: "name the file that says the clinic's name and colour",
}


def expect(kind: str, node: Node) -> None:
    """Raises HandoutError where a file is clearly of another kind."""
    found = _kind(node)
    if found and found != kind:
        raise HandoutError(node.place.problem("F206", f"this is {found}, not {kind}", HINTS[kind]))


def _kind(node: Node) -> str:
    keys = {*node.entries} if isinstance(node, Mapping) else set()
    if "body" in keys:
        return HANDOUT if "id" in keys else FRAGMENT * (keys == {"body"})
    return CLINIC * ("name" in keys and "id" not in keys)
