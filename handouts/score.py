"""How far a handout meets two published lists of what makes a page easy to understand and to act on.

The items are those of PEMAT-P (the 24 for printed pages; 13 and 14 are about film and sound) and of the CDC Clear
Communication Index, in words of the project's own. An item is judged by rules, whose codes it names, or by what a
handout holds; the others are for a person. docs/pemat.md shows both lists.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from handouts.model import Block, Checklist, Diary, Exercise, Field, Figure, Handout, Steps, Table
from handouts.problem import Problem
from handouts.rules.contents import exercises, for_patients, in_english

Judge = Callable[[Handout], bool]


def always(handout: Handout) -> bool:
    """An item that concerns every handout."""
    return True


def holding(*kinds: type[Block]) -> Judge:
    """An item that concerns handouts with such a block in them."""
    return lambda handout: any(isinstance(block, kinds) for block in handout.blocks)


def illustrated(handout: Handout) -> bool:
    """Whether it has a picture."""
    return any(isinstance(block, Figure) for block in handout.blocks) or any(one.picture for one in exercises(handout))


def pictured(handout: Handout) -> bool:
    """Whether every exercise has a picture."""
    return all(exercise.picture for exercise in exercises(handout))


@dataclass(frozen=True)
class Item:
    """One question of a list. `codes` are the rules that judge it, or `meets` does; a person where neither is there."""

    number: int
    says: str
    codes: tuple[str, ...] = ()
    meets: Judge | None = None
    applies: Judge = always
    english: bool = False  # its rules know English words alone

    def judged(self, handout: Handout) -> bool:
        """Whether the program can tell."""
        return bool(self.codes or self.meets) and (not self.english or in_english(handout))

    def met(self, handout: Handout, found: set[str]) -> bool:
        """Whether it is, where these codes were found."""
        return self.meets(handout) if self.meets else found.isdisjoint(self.codes)


def roomy(handout: Handout) -> bool:
    """Whether it has room for a main message under its title, as all but wallet cards have."""
    return handout.layout != "wallet-card"


EXERCISES, TOOLS = holding(Exercise), holding(Checklist, Diary, Field)
PEMAT = (
    Item(1, "its purpose is plain", ("H212",), applies=roomy),
    Item(2, "nothing distracts from it"),
    Item(3, "its words are everyday words", ("H301", "H304"), english=True),
    Item(4, "medical words are explained", ("H305",), english=True),
    Item(5, "it says who does what", ("H303",), english=True),
    Item(6, "its numbers are clear", ("H308",), english=True),
    Item(7, "nobody has to work anything out"),
    Item(8, "it comes in short parts", ("H209", "H210", "H302")),
    Item(9, "its parts have telling headings", ("H201", "H210")),
    Item(10, "its order makes sense", ("H404",)),
    Item(11, "it has a summary", ("H211", "H212")),
    Item(12, "what matters most catches the eye", ("H205",)),
    Item(15, "it has pictures where they help", meets=pictured, applies=EXERCISES),
    Item(16, "pictures support the words", applies=illustrated),
    Item(17, "pictures say what they show", ("H101", "H202"), applies=illustrated),
    Item(18, "pictures are clear and uncluttered", applies=illustrated),
    Item(19, "tables are simple", ("H105",), applies=holding(Table)),
    Item(20, "it says at least one thing to do", ("H208",)),
    Item(21, "it speaks to its reader", ("H307",), english=True),
    Item(22, "what to do comes in clear steps", ("H207", "H213"), applies=holding(Exercise, Steps)),
    Item(23, "it gives a tool to act with", meets=TOOLS, applies=EXERCISES),
    Item(24, "it helps with what has to be worked out"),
    Item(25, "it explains how to use its tables and pictures", applies=lambda one: illustrated(one) or TOOLS(one)),
    Item(26, "pictures show how to do it", meets=pictured, applies=EXERCISES),
)
CDC = (
    Item(1, "it has one main message", ("H212",)),
    Item(2, "the main message stands at the top", ("H212",)),
    Item(3, "the main message is set off", ("H212",)),
    Item(4, "a picture supports the main message"),
    Item(5, "it calls for something to do", ("H208",)),
    Item(6, "message and call say who does what", ("H303",)),
    Item(7, "its words are those of its readers", ("H301", "H304", "H305")),
    Item(8, "it uses lists, of at most seven points", ("H207",)),
    Item(9, "its parts have headings", ("H210",)),
    Item(10, "what matters most comes first", ("H212", "H404")),
    Item(11, "it says what is known and what is not", ("H216",)),
    Item(12, "it advises something to do", ("H208",)),
    Item(13, "it says why to do it"),
    Item(14, "it says how and how often to do it", ("H213",)),
    Item(15, "its numbers are those that readers use", ("H308",)),
    Item(16, "its numbers are explained", ("H308",)),
    Item(17, "nobody has to work anything out"),
    Item(18, "it says what the risk is", ("H205",)),
    Item(19, "it names risks as well as benefits", ("H306",)),
    Item(20, "odds are said in words as well"),
)


@dataclass(frozen=True)
class Score:
    """Of the items of PEMAT-P that concern a handout: those met, those not met, and those for a person."""

    met: tuple[Item, ...]
    missed: tuple[Item, ...]
    person: tuple[Item, ...]

    @property
    def share(self) -> float:
        """Items met of those that the program judges, from 0 to 1."""
        return len(self.met) / (len(self.met) + len(self.missed))

    def __str__(self) -> str:
        met, judged = len(self.met), len(self.met) + len(self.missed)
        missed = ", ".join(f"{item.number} ({item.says})" for item in self.missed)
        told = f"{met} of {judged} items met ({self.share:.0%}), {len(self.person)} for a person to judge"
        return f"{told}; not met: {missed}" if missed else told


def score(handout: Handout, found: Iterable[Problem]) -> Score | None:
    """The score of a handout for patients with what the rules found in it; PEMAT-P is not made for others."""
    if not for_patients(handout):
        return None
    codes = {problem.code for problem in found}
    concerned = [item for item in PEMAT if item.applies(handout)]
    judged = [item for item in concerned if item.judged(handout)]
    return Score(
        met=tuple(item for item in judged if item.met(handout, codes)),
        missed=tuple(item for item in judged if not item.met(handout, codes)),
        person=tuple(item for item in concerned if not item.judged(handout)),
    )
