from charts import box, chart, small

from relplan.reports.map.words import facts, listeners, sentences


def test_the_map_in_words_names_every_line_and_sign():
    assert sentences(small()) == [
        (
            "Jane Porter: CFO; sceptic; decides or counts most; high influence;"
            " nobody of ours keeps the tie."
        ),
        (
            "Raj: stance not known; reports to Jane Porter; nobody of ours keeps the tie;"
            " not met, only told of."
        ),
        "Pia: mentor; low influence; listened to by Raj; Ben Archer of ours keeps the tie.",
    ]


def test_what_is_known_besides_the_name():
    one = box("jane", title="CFO", influence="high", unmet="assumed")
    assert facts(one) == ["CFO", "high influence", "nobody of ours", "assumed, not heard"]


def test_listeners_are_named():
    drawn = chart(box("a"), box("b"), box("c"), influences=[("a", "b"), ("a", "c")])
    assert listeners(drawn) == {"a": "B, C"}
