"""Headers of exported tables, and what their columns hold."""

from relplan.files.contacts.headers import parts_of, plain, score


def parts(header, titles=(), **mapping):
    return [part for part, _ in parts_of(header.split(","), mapping, titles)]


def test_headers_are_compared_without_case_accents_and_signs():
    assert plain("E-mail 1 - Value") == "e mail 1 value"
    assert plain("Prénom") == "prenom"


def test_the_title_of_outlook_is_a_courtesy_and_that_of_salesforce_a_job():
    assert parts("Title,Job Title") == ["mr", "title"]
    assert parts("Title", ["CFO", "Mr"]) == ["title"]
    assert parts("Title", ["Mr.", "Dr", ""]) == ["mr"]


def test_a_mapping_of_one_s_own_goes_before_what_is_known():
    assert parts("Email,Mail prof.", **{"Mail prof.": "email", "email": "skip"}) == [
        "skip",
        "email",
    ]


def test_the_row_with_most_known_headers_is_the_header():
    assert score(["First Name", "Last Name", "x"], {}) == 2
    assert score(["Nom usuel"], {"nom usuel": "name"}) == 1
    assert score(["", ""], {"": "name"}) == 0
