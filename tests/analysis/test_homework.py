from datetime import date

from relplan.analysis.homework import Topic, heard_for, says_for_which, topics
from relplan.model.prospect import Prospect


def contoso(**homework):
    return Prospect.model_validate({"prospect": "Contoso", "homework": homework})


def test_entries_of_one_topic_are_counted_together_by_source():
    of = contoso(
        a={"learned": "x", "from": "interview", "who": "A driver", "date": "2026-08-19",
           "topic": "Waste", "for": "night"},
        b={"learned": "y", "from": "Interview", "who": "a driver", "topic": "waste"},
        c={"learned": "z", "from": "our first sales call", "date": "2026-10-02", "topic": "waste",
           "for": ["night", "proof"]},
    )  # fmt: skip
    assert list(topics(of)) == [
        Topic(
            "Waste", ("a", "b", "c"), 2, 1, date(2026, 10, 2), date(2026, 8, 19), ("night", "proof")
        )
    ]


def test_an_entry_without_a_topic_is_its_own():
    of = contoso(accounts={"learned": "x", "from": "their accounts"})
    assert list(topics(of)) == [Topic("accounts", ("accounts",), 1, 1, None, None, ())]


def test_homework_says_for_which_step_it_is():
    of = contoso(a={"learned": "x", "from": "y", "for": "night"})
    assert heard_for(of, "night") == ["a"]
    assert heard_for(of, "proof") == []
    assert says_for_which(of)
    assert not says_for_which(contoso(a={"learned": "x", "from": "y"}))
