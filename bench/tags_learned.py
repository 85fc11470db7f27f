"""What a learned tagger reaches on texts of sources or companies it has not seen: TF-IDF and a linear classifier."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from bench.tags_scores import TAGS, Judged

Key = Callable[[Judged], str]
# The strongest of six settings tried (words, pairs, letters; two classifiers): single words, common ones left out.
READING = {"stop_words": "english", "sublinear_tf": True}


def available() -> bool:
    """Whether scikit-learn, a library for development only, is installed."""
    try:
        import sklearn  # noqa: F401
    except ImportError:
        return False
    return True


def left_out(rows: Sequence[Judged], key: Key) -> list[Judged]:
    """Every row with the tags that a classifier gives it which saw no row of the same group (source or company)."""
    judged: list[Judged] = []
    for group in sorted({key(row) for row in rows}):
        rest = [row for row in rows if key(row) != group]
        judged += learned(rest, [row for row in rows if key(row) == group])
    return judged


def learned(known: Sequence[Judged], unseen: Sequence[Judged]) -> list[Judged]:
    """The unseen rows with the tags learned from the known ones; none at all where nothing is known."""
    if not known or not unseen:
        return [replace(row, predicted=frozenset()) for row in unseen]
    from sklearn.feature_extraction.text import TfidfVectorizer

    reader = TfidfVectorizer(**READING)
    seen, asked = reader.fit_transform([row.text for row in known]), reader.transform([row.text for row in unseen])
    said = {tag: answers(seen, [tag in row.gold for row in known], asked) for tag in TAGS}
    return [
        replace(row, predicted=frozenset(tag for tag in TAGS if said[tag][number])) for number, row in enumerate(unseen)
    ]


def answers(seen: Any, given: Sequence[bool], asked: Any) -> Sequence[bool]:
    """Yes or no for each unseen row; what is always or never given while learning stays so."""
    if len(set(given)) == 1:
        return [given[0]] * asked.shape[0]
    from sklearn.svm import LinearSVC

    model = LinearSVC(class_weight="balanced", random_state=0).fit(seen, list(given))
    return [bool(yes) for yes in model.predict(asked)]
