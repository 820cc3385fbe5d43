import pytest

from relplan.errors import Refused, RelplanError, SeveralFit, WrongUse


@pytest.mark.parametrize(("kind", "code"), [(RelplanError, 3), (Refused, 3), (WrongUse, 2)])
def test_each_error_knows_the_exit_code_it_ends_with(kind, code):
    error = kind("why")
    assert (error.exit_code, str(error)) == (code, "why")
    assert isinstance(error, RelplanError)


def test_several_fitting_names_are_listed_and_kept():
    error = SeveralFit("client", "ac", [("acme", "Acme plc"), ("acre", "Acre Ltd")])
    assert str(error) == (
        "'ac' fits more than one client: acme (Acme plc), acre (Acre Ltd);"
        " type more of the one you mean"
    )
    assert error.candidates == [("acme", "Acme plc"), ("acre", "Acre Ltd")]
    assert error.exit_code == 2
