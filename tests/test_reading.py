"""How hard a text is: counts that others have published, one dictionary's count, and what a handout says to whom."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from handouts import catalog
from handouts.inline import parse
from handouts.language import lexicon, measures
from handouts.language.said import to_patients
from handouts.model import Bullets
from handouts.rules import RULES, reading_grade
from tests.samples import HERE, LIBRARY, handout
from tests.test_problems import FIXTURES, found

DAY = date(2026, 6, 1)
LANGUAGE = [rule for rule in RULES if (rule.__doc__ or "").startswith("H3")]

# Two sentences that descriptions of the formula measure, one that they give 116, and Lincoln's address of 1863.
PLATYPUS = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."
POINT = "This sentence, taken as a reading passage unto itself, is being used to prove a point."
MAT = "The cat sat on the mat."
ADDRESS = """\
Four score and seven years ago our fathers brought forth on this continent, a new nation, conceived in Liberty, and
dedicated to the proposition that all men are created equal. Now we are engaged in a great civil war, testing whether
that nation, or any nation so conceived and so dedicated, can long endure. We are met on a great battle-field of that
war. We have come to dedicate a portion of that field, as a final resting place for those who here gave their lives that
that nation might live. It is altogether fitting and proper that we should do this. But, in a larger sense, we can not
dedicate – we can not consecrate – we can not hallow – this ground. The brave men, living and dead, who struggled here,
have consecrated it, far above our poor power to add or detract. The world will little note, nor long remember what we
say here, but it can never forget what they did here. It is for us the living, rather, to be dedicated here to the
unfinished work which they who fought here have thus far so nobly advanced. It is rather for us to be here dedicated to
the great task remaining before us – that from these honored dead we take increased devotion to that cause for which
they gave the last full measure of devotion – that we here highly resolve that these dead shall not have died in vain –
that this nation, under God, shall have a new birth of freedom – and that government of the people, by the people, for
the people, shall not perish from the earth."""
# The opening of Alice's Adventures in Wonderland (1865), and a fable of Aesop (V. S. Vernon Jones, 1912).
ALICE = """\
Alice was beginning to get very tired of sitting by her sister on the bank, and of having nothing to do: once or twice
she had peeped into the book her sister was reading, but it had no pictures or conversations in it, “and what is the use
of a book,” thought Alice “without pictures or conversations?”"""
FOX = """\
A hungry Fox saw some fine bunches of Grapes hanging from a vine that was trained along a high trellis, and did his best
to reach them by jumping as high as he could into the air. But it was all in vain, for they were just out of reach: so
he gave up trying, and walked away with an air of dignity and unconcern, remarking, “I thought those Grapes were ripe,
but I see now they are quite sour.”"""
# Words and syllables of each: published with the formula, or the first pronunciation in the CMU Pronouncing Dictionary.
COUNTED = {PLATYPUS: (13, 24), POINT: (16, 23), MAT: (6, 6), ADDRESS: (271, 369), ALICE: (57, 79), FOX: (80, 96)}


def counts(text: str) -> tuple[int, int, int]:
    """Sentences, words and syllables."""
    sentences = [measures.words(sentence) for sentence in measures.sentences(text)]
    said = [word for sentence in sentences for word in sentence]
    return len(sentences), len(said), sum(map(measures.syllables, said))


@pytest.mark.parametrize(("text", "published"), COUNTED.items(), ids=[text[:9] for text in COUNTED])
def test_words_and_syllables_are_those_that_others_count(text: str, published: tuple[int, int]) -> None:
    _, said, heard = counts(text)
    assert said == published[0]
    assert abs(heard - published[1]) <= max(1, published[1] // 100)


def test_the_grades_are_those_that_others_give() -> None:
    assert grade(PLATYPUS) == 11.3
    assert grade(MAT) == -1.4  # 6 words of one syllable: 0.39 × 6 + 11.8 − 15.59
    assert counts(ADDRESS)[:2] == (10, 271)
    assert abs(grade(ADDRESS) - 11.0) <= 0.1


def grade(text: str) -> float:
    return round(measures.grade([measures.words(sentence) for sentence in measures.sentences(text)]), 1)


# Everyday words of leaflets by syllables, as the CMU Pronouncing Dictionary has them; the last line is not in it.
SYLLABLES = {
    1: "nerve moves pressed pulled leg clothes squeezed breathe ache knees eased eyes the through",
    2: "buttock needed table settled going trying quiet likely careful movement something patient muscles check-up",
    3: "muscular easier area therapist created everything medium reducing anyone exercise massages",
    4: "information appliances variety situation temporary",
    5: "examination electricity university",
    6: "physiotherapy physiotherapist",
}


def test_everyday_words_have_as_many_syllables_as_people_hear() -> None:
    heard = {word: number for number, line in SYLLABLES.items() for word in line.split()}
    assert {word: measures.syllables(word) for word in heard} == heard


def test_a_sentence_ends_at_a_stop_and_not_at_an_abbreviation() -> None:
    text = "Call Dr. Lee, e.g. at night. “Stop!” she said. (Wait.) 2 days are fine… Then go"
    assert measures.sentences(text) == [
        "Call Dr. Lee, e.g. at night.", "“Stop!” she said.", "(Wait.)", "2 days are fine…", "Then go",
    ]  # fmt: skip


def test_names_lengthen_a_sentence_and_have_no_syllables() -> None:
    plain, named = [["Ask", "us"], ["Rest"]], [["Ask", "us"], ["Rest", "piriformis"]]
    assert measures.grade(named, {"piriformis"}) == pytest.approx(measures.grade(plain) + 0.39 / 2)
    assert measures.grade([["piriformis"]], {"piriformis"}) == measures.grade([["piriformis"]])


# What is said to whom


def test_a_handout_says_what_is_printed_and_no_more() -> None:
    said = [sentence.text for sentence in to_patients(handout(LIBRARY["sciatica"]))]
    assert said[0] == "Sciatica: what it is, what helps, when to get help"
    assert "Call your emergency number or go to the emergency department now" in " ".join(said)
    assert not any("Cochrane" in text or "{{" in text or "Clinic Handouts project" in text for text in said)


def test_alternative_text_is_heard_and_decoration_is_silent() -> None:
    said = to_patients(handout(HERE / "cases" / "figure" / "handout.yaml"))
    heard = {sentence.text for sentence in said if sentence.role == "heard"}
    assert heard
    assert "decorative" not in {sentence.text for sentence in said}


def test_nothing_is_judged_that_no_patient_reads_or_in_a_language_without_words() -> None:
    hard = catalog.load(FIXTURES["hard-to-read"])
    assert to_patients(replace(hard, language="en-GB"))
    for other in (replace(hard, audience="therapist"), replace(hard, language="es")):
        assert [problem for rule in LANGUAGE for problem in rule.check(other, DAY)] == []


def test_two_handouts_that_say_the_same_keep_their_places() -> None:
    first, second = (catalog.load(FIXTURES["hard-words"]) for _ in range(2))
    second = replace(second, title="Another")
    assert to_patients(first)[0].text == "Foot care"
    assert to_patients(second)[0].text == "Another"
    assert to_patients(first)[0].text == "Foot care"


# Sentences, each with the codes that it brings about


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        ("We lift your leg.", set()),
        ("Your leg is lifted.", {"H303"}),
        ("Your leg has not yet been fully tested.", {"H303"}),
        ("Your shoes get thrown out.", {"H303"}),
        ("You are tired, and the skin is red.", set()),
        ("You get dressed, and get used to it.", set()),
        ("It cures you.", {"H306"}),
        ("We cannot promise a cure.", set()),
        ("Nobody can guarantee that it helps you.", set()),
        ("It takes no pills, just a ball that cures you.", {"H306"}),
        ("Will it cure you?", set()),
        ("If the pain prevents you from sleeping, call us.", set()),
        ("Washing prevents your pain.", {"H310"}),
        ("No study has proven that it helps you.", set()),
        ("It is not yet proven to help you.", set()),
        ("It is proven to help you.", {"H310"}),
        ("Fix the band to a door.", set()),
        ("We fix your back.", {"H310"}),
        ("Your permanent pain stops.", {"H310"}),
        ("You may have permanent damage.", set()),
        ("Your piriformis may hurt.", {"H305"}),
        ("Your piriformis, a muscle deep in your buttock, may hurt.", set()),
        ("Your piriformis is a muscle deep in your buttock.", set()),
        ("A muscle in your buttock, called piriformis, may hurt.", set()),
        ("Your piriformis may hurt. It is a muscle deep in your buttock.", set()),
        ("Your piriformis may hurt. It is common.", {"H305"}),
        ("Some call it false sciatica, or say piriformis syndrome. Your piriformis hurts.", set()),
        ("Some call it false sciatica. Your sciatica hurts.", {"H305"}),
        ("The patient lifts a leg.", {"H307"}),
        ("Utilising a ball helps you.", {"H304"}),
        ("Using a ball helps you.", set()),
        ("Ask about deep vein thrombosis (a blood clot in your leg).", set()),
        ("Ask about your thrombosis.", {"H304"}),
        ("Lift 2.5 kilograms.", {"H308"}),
        ("Call us by 8.30 am, and pay £2.50.", set()),
        ("Lift your arm by 2.5.", {"H308"}),
        ("We open at 14.30, and people in their 40s join you.", set()),
        ("Hold for 30.", {"H308"}),
        ("Hold for 30 seconds.", set()),
    ],
)
def test_a_sentence_brings_about_its_codes_alone(sentence: str, codes: set[str]) -> None:
    spoken = replace(catalog.load(FIXTURES["hard-words"]), subtitle=parse(sentence), body=())
    assert {problem.code for rule in LANGUAGE for problem in rule.check(spoken, DAY)} == codes


def test_fewer_words_than_60_have_no_grade() -> None:
    hard = catalog.load(FIXTURES["hard-words"])
    title = len(hard.title.split())
    few, many = (parse(" ".join(["Physiotherapy"] * (words - title))) for words in (59, 60))
    assert list(reading_grade.check(replace(hard, subtitle=few, body=()), DAY)) == []
    assert [problem.severity for problem in reading_grade.check(replace(hard, subtitle=many, body=()), DAY)] == [
        "error"
    ]


def test_short_points_do_not_hide_hard_sentences() -> None:
    hard = catalog.load(FIXTURES["hard-to-read"])
    points = Bullets(tuple(parse("sore toes") for _ in range(60)))
    grades = [next(iter(reading_grade.check(each, DAY))) for each in (hard, replace(hard, body=(*hard.body, points)))]
    assert [problem.severity for problem in grades] == ["error", "error"]


# Words


def test_every_promise_that_no_leaflet_makes_is_known() -> None:
    named = {word for promise in lexicon.promises("en").promises for word in promise.promise}
    banned = "cure fix guarantee toxins prevent pinpoint proven permanent"
    assert {*banned.split(), "restore nerve"} <= named


def test_a_plain_word_is_no_hard_one() -> None:
    words = lexicon.plain_words("en")
    assert len(words.pairs) >= 60
    assert [pair for pair in words.pairs if [*words.phrases.found(tuple(pair.partition(" = ")[2].split()))]] == []


def test_an_explanation_has_no_hard_word() -> None:
    hard = lexicon.plain_words("en").phrases
    assert [term for term in lexicon.glossary("en").terms if [*hard.found(tuple(term.split(" = ")[1].split()))]] == []


def test_no_word_is_said_twice() -> None:
    words = [word for pair in lexicon.plain_words("en").pairs for word in pair.partition(" = ")[0].split(", ")]
    assert len(words) == len(set(words))
    grammar = lexicon.grammar("en")
    assert lexicon.listed(grammar.participles) & lexicon.listed(grammar.states) == set()


def test_a_planted_promise_in_the_library_is_found(tmp_path: Path) -> None:
    leaflet = LIBRARY["sciatica"].read_text(encoding="utf-8")
    assert "It may help some people for a while." in leaflet
    planted = tmp_path / "sciatica.yaml"
    planted.write_text(leaflet.replace("It may help some people for a while.", "It cures you."), encoding="utf-8")
    assert "H306" in {problem.code for problem in found(planted)}
