from datetime import UTC, datetime, timedelta

from diffing.feeds.entries import compare_entries, new_entries
from domain.changes import EditKind
from domain.content import Entry, Extraction, Where
from domain.sources import Follow
from domain.visits import FetchedPart


def page(html: str, url: str, status: int = 200) -> FetchedPart:
    headers = (("Content-Type", "text/html"),)
    return FetchedPart(part="article-1", url=url, requested_url=url, status=status, headers=headers, body=html.encode())


def entry(number: int, *, day: int | None = None, **changed: str) -> Entry:
    words = {"id": f"n-{number}", "link": f"https://brightvane.example/news/{number}"}
    words |= {
        "title": f"{NAMES[number % len(NAMES)]} {number}",
        "text": f"The story of {NAMES[number % len(NAMES)]} in full.",
    }
    words |= changed
    when = datetime(2026, 2, day if day is not None else number, 9, tzinfo=UTC) if day != 0 else None
    return Entry(id=words["id"], link=words["link"], title=words["title"], text=words["text"], published_at=when)


NAMES = (
    "Harbour",
    "Lantern",
    "Quarry",
    "Meadow",
    "Foundry",
    "Beacon",
    "Orchard",
    "Tannery",
    "Viaduct",
    "Windmill",
    "Chapel",
)


def feed(*entries: Entry) -> Extraction:
    return Extraction(version="feeds-1", entries=entries)


def test_a_new_entry_is_added_with_its_title_text_link_and_date() -> None:
    (edit,) = compare_entries(3, feed(entry(1), entry(2)), feed(entry(3), entry(2), entry(1)), ())
    assert (edit.kind, edit.where, edit.path) == (EditKind.ADDED, Where.ENTRY, ("Meadow 3",))
    assert (edit.before, edit.after) == (None, "Meadow 3\nThe story of Meadow in full.")
    assert (edit.link, edit.dated) == ("https://brightvane.example/news/3", datetime(2026, 2, 3, 9, tzinfo=UTC))


def test_an_entry_that_rolls_off_is_no_removal() -> None:
    assert compare_entries(3, feed(entry(1), entry(2), entry(3)), feed(entry(3)), ()) == ()


def test_the_first_entries_of_an_empty_feed_are_news() -> None:
    assert len(compare_entries(3, feed(), feed(entry(1)), ())) == 1


def test_a_feed_that_reorders_redates_and_renumbers_is_no_news() -> None:
    before = feed(*(entry(n) for n in range(1, 9)))
    redated = feed(*(entry(n, day=20) for n in range(8, 0, -1)))
    renumbered = feed(*(entry(n, id=f"new-{n}") for n in range(1, 9)))
    moved = feed(*(entry(n, id="", link=f"https://www.brightvane.example/blog/{n}") for n in range(1, 9)))
    for after in (redated, renumbered, moved):
        assert compare_entries(3, before, after, ()) == ()


def test_ids_given_by_position_do_not_hide_a_new_entry() -> None:
    before = feed(entry(2, id="1"), entry(1, id="2"))
    after = feed(entry(3, id="1"), entry(2, id="2"), entry(1, id="3"))
    assert [edit.title for edit in compare_entries(3, before, after, ())] == ["Meadow 3"]


def test_the_next_release_at_the_same_address_is_a_new_entry() -> None:
    page = "https://brightvane.example/changelog"
    before = feed(entry(1, id="", link=page, title="Release 1.4"))
    after = feed(entry(2, id="", link=page, title="Release 1.5"), entry(1, id="", link=page, title="Release 1.4"))
    assert [edit.title for edit in compare_entries(3, before, after, ())] == ["Release 1.5"]
    only = feed(entry(2, id="", link=page, title="Release 1.5"))
    assert [edit.kind for edit in compare_entries(3, before, only, ())] == [EditKind.ADDED]


def test_what_a_longer_window_lets_in_is_not_news() -> None:
    before = feed(*(entry(n) for n in (10, 9, 8)))
    after = feed(*(entry(n) for n in (11, 10, 9, 8, 7, 6)))
    assert [edit.title for edit in compare_entries(3, before, after, ())] == ["Harbour 11"]


def test_another_feed_at_the_same_address_gives_only_what_is_newer() -> None:
    before = feed(entry(5), entry(4))
    after = feed(entry(9, day=7), entry(8, day=3), entry(7, day=1))
    assert [edit.title for edit in compare_entries(3, before, after, ())] == ["Windmill 9"]


def test_a_changed_title_or_amount_is_an_edit_and_a_typo_is_not() -> None:
    words = "StayFeed costs $49 a month for every hotel that you list, with support included. "
    before = feed(entry(1, text=words * 3), entry(2), entry(3), entry(4))
    dearer = feed(entry(1, text=(words * 3).replace("$49", "$59", 1)), entry(2), entry(3), entry(4))
    typo = feed(entry(1, text=(words * 3).replace("hotel", "hotels", 1)), entry(2), entry(3), entry(4))
    retitled = feed(entry(1, text=words * 3, title="Harbour closes 1"), entry(2), entry(3), entry(4))
    assert [edit.kind for edit in compare_entries(3, before, dearer, ())] == [EditKind.REPLACED]
    assert compare_entries(3, before, typo, ()) == ()
    assert [edit.title for edit in compare_entries(3, before, retitled, ())] == ["Harbour closes 1"]


def test_a_teaser_that_grows_to_the_full_text_is_no_edit_and_an_appended_update_is() -> None:
    full = "The new office opens in March and will hold forty people. " * 4
    teaser = feed(entry(1, text=full[:90] + " ... Read more"))
    assert compare_entries(3, teaser, feed(entry(1, text=full)), ()) == ()
    update = feed(entry(1, text=full + "Update: the opening has been called off by the landlord."))
    assert [edit.kind for edit in compare_entries(3, feed(entry(1, text=full)), update, ())] == [EditKind.REPLACED]


def test_a_template_that_adds_a_line_to_every_entry_is_no_edit() -> None:
    line = " Brightvane is a registered trade mark; read our terms before you use this text."
    before = [entry(n) for n in range(1, 9)]
    after = [entry(n, text=f"The story of {NAMES[n]} in full." + line) for n in range(1, 9)]
    assert compare_entries(3, feed(*before), feed(*after), ()) == ()


def test_an_edited_entry_is_not_dated_by_its_first_publication() -> None:
    (edit,) = compare_entries(3, feed(entry(1), entry(2)), feed(entry(1, title="Harbour is sold"), entry(2)), ())
    assert edit.dated is None


def test_the_article_behind_an_entry_is_preferred_to_its_teaser() -> None:
    html = "<html><body><nav>Home</nav><article><h1>Meadow</h1>" + "<p>The whole story of the meadow.</p>" * 20
    article = page(html + "</article></body></html>", "https://brightvane.example/news/3")
    (edit,) = compare_entries(3, feed(entry(2)), feed(entry(3), entry(2)), (article,), follow=Follow(select="article"))
    assert edit.after is not None
    assert "The whole story of the meadow." in edit.after
    assert "Home" not in edit.after


def test_an_article_that_answered_with_an_error_leaves_the_teaser() -> None:
    article = page("<p>" + "Forbidden " * 50, "https://brightvane.example/news/3", 403)
    (edit,) = compare_entries(3, feed(entry(2)), feed(entry(3), entry(2)), (article,), follow=Follow())
    assert edit.after == "Meadow 3\nThe story of Meadow in full."


def test_a_flood_is_told_whole_and_newest_first() -> None:
    start = datetime(2026, 1, 1, tzinfo=UTC)
    many = [
        Entry(id=str(n), link="", title=f"{NAMES[n % 11]} {n}", text="", published_at=start + timedelta(hours=n))
        for n in range(300)
    ]
    found = compare_entries(3, feed(), feed(*many), ())
    assert (len(found), found[0].title) == (300, f"{NAMES[299 % 11]} 299")


def test_new_entries_come_newest_first() -> None:
    found = new_entries(feed(entry(1)), feed(entry(1), entry(2), entry(3)))
    assert [one.id for one in found] == ["n-3", "n-2"]


def test_entries_nobody_can_tell_apart_are_still_themselves() -> None:
    twins = (entry(1, day=0, title=""), entry(1, day=0, title=""))
    assert compare_entries(3, feed(*twins), feed(*twins), ()) == ()
