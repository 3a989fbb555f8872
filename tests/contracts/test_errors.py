"""The drawing of the errors is the tree of the classes."""

import inspect

from dateline import errors


def drawn(base: type[Exception], prefix: str = "") -> list[str]:
    """The lines of the tree below a class, drawn in the order of definition."""
    lines = []
    children = base.__subclasses__()
    for child in children:
        last = child is children[-1]
        lines.append(f"{prefix}{'└── ' if last else '├── '}{child.__name__}")
        lines += drawn(child, prefix + ("    " if last else "│   "))
    return lines


def test_the_drawing_is_the_tree() -> None:
    assert errors.__doc__ is not None
    tree = "\n".join(["DatelineError", *drawn(errors.DatelineError)])
    assert tree in errors.__doc__


def test_every_error_of_the_package_is_in_the_tree() -> None:
    classes = [c for _, c in inspect.getmembers(errors, inspect.isclass) if c.__module__ == errors.__name__]
    assert all(issubclass(c, errors.DatelineError) for c in classes)
    assert all(c.__doc__ for c in classes)
