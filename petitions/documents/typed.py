"""Words that differ from petition to petition, as against the words that every petition of its kind has."""

from __future__ import annotations


class Typed(str):
    """A value that a person typed or a record states.

    A template prints it as any text. The bulk lane sets it in a slot of a page that is laid out once, so a
    template gives it an element of its own (``<bdi>``) with nothing after it that would have to move.
    """

    __slots__ = ()


class Stand(Typed):
    """What stands for a value in a paper that is laid out for many petitions; its own width says nothing."""

    __slots__ = ()


class Mark(Typed):
    """The box before a choice, ticked or empty: one sign, as wide either way."""

    __slots__ = ()
