import json

from ways import SMALL, a_way

from relplan.reports.win.as_json import as_json


def test_a_program_reads_every_number_with_its_line():
    told = json.loads(as_json(a_way()))
    assert told["version"] == 1
    assert (told["weakest"], told["win"]["line"]) == ("checks", 3)
    steps = {one["id"]: one for one in told["steps"]}
    assert list(steps) == ["capped", "night", "checks", "asks"]
    checks = steps["checks"]
    assert checks["points"] == sum(one["points"] for one in checks["reasons"]) == 10
    assert checks["people"] == [
        {
            "force": "detractor",
            "id": "otto",
            "influence": "high",
            "left": False,
            "name": "Otto Hartmann",
            "pull": -3,
            "side": "theirs",
        }
    ]
    lines = SMALL.splitlines()
    for one in (*told["steps"], *told["ours"], *told["metrics"]):
        assert lines[one["line"] - 1].strip().startswith(f"{one['id']}:")
    assert told["homework"][0]["entries"] == [
        {"id": "waste", "line": 18},
        {"id": "price", "line": 19},
    ]
    assert told["homework"][0]["outside_sales_talks"] == 1
    assert told["dates"]["verdict"] == "slip"
    assert told["dates"]["troubles"][0]["line"] == 15


def test_the_keys_are_sorted_and_numbers_are_numbers():
    text = as_json(a_way(SMALL.replace("actual: 2}", "actual: 2.5}")))
    told = json.loads(text)
    assert text == json.dumps(told, indent=2, sort_keys=True) + "\n"
    assert [one["actual"] for one in told["metrics"]] == [2.5, 1]
