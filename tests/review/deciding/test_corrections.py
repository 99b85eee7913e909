"""Each correction is explained in plain words."""

from __future__ import annotations

import pytest

from petitions.review.corrections import SENTENCES
from petitions.review.differs import Code
from tests.ground.reading_ease import MOST_GRADE, grade


@pytest.mark.parametrize("code", Code)
def test_each_code_has_a_sentence_at_grade_six(code: Code) -> None:
    found = grade(SENTENCES[code])
    assert found is None or found <= MOST_GRADE
