from relplan.judgement.encoder import Reading
from relplan.judgement.phrases import heaviest, phrases, shown, without
from relplan.judgement.pieces import Pieces

NONE = {"invests": False, "learns": False, "illustrates": False}


def words(text):
    return [text[start:end] for start, end in phrases(text)]


def test_a_line_falls_into_clauses_and_prepositional_groups():
    assert words("Free workshop, with lunch for the board.") == [
        "Free workshop",
        "with lunch",
        "for the board",
    ]


def test_a_scrap_of_a_word_is_no_phrase():
    assert words("Ok, call Jane") == ["call Jane"]


def test_a_text_without_a_phrase_has_none():
    assert words("ok") == []


def test_the_phrase_whose_pieces_weigh_most_is_found():
    text = "free help for sale"
    spans = ((0, 0), (0, 4), (5, 9), (10, 13), (14, 18), (0, 0))
    light, heavy = (0.0, 0.0, 0.0), (0.0, 5.0, 0.0)
    reading = Reading(
        Pieces(tuple(range(6)), spans), (light, light, light, light, heavy, light), heavy
    )
    assert heaviest(text, reading, "sales") == (10, 18)


def test_a_phrase_is_left_out_with_what_held_it():
    text = "Free workshop, to open the door, in May"
    assert without(text, (15, 31)) == "Free workshop in May"
    assert without(text, (0, 13)) == "to open the door, in May"


def test_the_reason_names_the_words_and_what_would_remain_of_the_line():
    said = shown("to open the door", "sales", NONE, "vague")
    assert (
        said == "our own gain is the aim: 'to open the door' (without it, it would read as vague)"
    )
    assert shown("lunch", "vague", NONE, None).startswith("neither what they get")
    assert shown("ask why", "relationship", NONE | {"learns": True}, None) == (
        "a way to learn about them: 'ask why'"
    )
