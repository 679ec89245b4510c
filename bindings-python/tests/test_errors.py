"""Exceptions: classes, codes, wording."""

from __future__ import annotations

import copy
import pickle

import pytest
import shequ as sq

CLASSES = [
    sq.DocumentError,
    sq.ValueFault,
    sq.PackError,
    sq.OrganisationError,
    sq.ParticipationError,
    sq.SchemeError,
    sq.GridError,
    sq.LogError,
    sq.Stopped,
]


@pytest.mark.parametrize("cls", CLASSES)
def test_each_class_is_a_shequ_error_named_as_people_write_it(cls: type[sq.ShequError]) -> None:
    assert issubclass(cls, sq.ShequError)
    assert (cls.__module__, getattr(sq, cls.__name__)) == ("shequ", cls)


def caught() -> sq.ShequError:
    with pytest.raises(sq.DocumentError) as info:
        sq.canonical({"a": object()})
    return info.value


def test_an_error_has_code_path_message_and_help() -> None:
    error = caught()
    assert type(error) is sq.DocumentError
    assert (error.code, error.path, error.count) == ("not-plain", "a", 1)
    assert error.message == "an object of type `builtins.object` has no plain form"
    assert error.help == "pass texts, whole numbers, decimals, lists and dicts"
    assert error.faults == (sq.Fault("DocumentError", error.code, error.path, error.message, error.help),)
    assert str(error) == (
        "[not-plain] a: an object of type `builtins.object` has no plain form\n"
        "  help: pass texts, whole numbers, decimals, lists and dicts"
    )


def test_an_error_survives_pickle_and_copy() -> None:
    error = caught()
    for other in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert type(other) is type(error)
        assert (other.faults, other.count, str(other)) == (error.faults, error.count, str(error))


def test_many_faults_are_listed_and_the_rest_counted() -> None:
    fault = sq.Fault("SchemeError", "some-code", "", "it is wrong", "")
    error = sq.SchemeError([fault, fault], 5)
    assert str(error) == "[some-code] it is wrong\n[some-code] it is wrong\nand 3 more"


def test_a_value_fault_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="not-finite"):
        sq.canonical(float("nan"))
