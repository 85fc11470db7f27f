"""What the pages of answers say: the question before, and what was done after."""

from datetime import date, datetime, timedelta
from http import HTTPStatus
from zoneinfo import ZoneInfo

from domain.answers import ITEM, Answer, Asked, Wish
from pipeline.composing.answering import PAUSE, paused_until, which_of
from pipeline.composing.links import Opened, beside, choices
from pipeline.world import World
from web.pages import Form, Page

LONGEST_PAUSE = timedelta(days=731)
QUESTION: dict[Answer | Wish, tuple[str, str, str]] = {
    Answer.USEFUL: ("Was this useful?", "What is like it will stand higher in your mails.", "Yes, useful"),
    Answer.NOT_THIS_ACCOUNT: (
        "Does this not concern the account?",
        "This finding leaves the mails of the account; said twice, what is like it does so for half a year.",
        "It does not concern it",
    ),
    Answer.WRONG: ("Is this wrong?", "An analyst looks at it; everybody who got it is told if so.", "Yes, it is wrong"),
    Answer.DONE: ("Is this step done?", "It leaves the open steps of every mail that names it.", "Yes, it is done"),
    Wish.PAUSE: ("Pause these mails?", "", "Pause"),
    Wish.UNSUBSCRIBE: ("End these mails?", "No mail and no alert is sent until you say otherwise.", "Unsubscribe"),
    Wish.RESUME: ("Get these mails again?", "The next one comes at its usual hour.", "Send them again"),
}
TAKEN: dict[Answer, str] = {
    Answer.USEFUL: "Noted as useful",
    Answer.NOT_THIS_ACCOUNT: "Noted: not this account",
    Answer.WRONG: "Noted as wrong",
    Answer.DONE: "Noted as done",
}


def question(world: World, link: Opened, *, wrong: bool = False) -> Page:
    """What a link would do, with the button that does it. `wrong`: what was posted could not be taken."""
    status = HTTPStatus.BAD_REQUEST if wrong else HTTPStatus.OK
    if link.what is None:
        choose = ("Choose one of these.",) if wrong else ()
        title = "What do you say of it?" if link.link.verb == ITEM else "Your mails"
        forms = tuple(_form(world, link, one, one.value.capitalize()) for one in choices(world, link))
        return Page(
            status=status, title=title, about=_about(link), said=(*_standing(world, link), *choose), forms=forms
        )
    title, said, _ = QUESTION[link.what]
    why = ("Name a day after today, at most two years ahead.",) if wrong else ()
    standing = _standing(world, link) if isinstance(link.what, Wish) else ()
    sentences = (*standing, *((said,) if said else ()), *why)
    return Page(
        status=status,
        title=title,
        about=_about(link),
        said=sentences,
        forms=(_form(world, link, link.what, QUESTION[link.what][2], main=True),),
    )


def answer(world: World, link: Opened, asked: Asked, *, new: bool) -> Page:
    """What was done, and how to take it back where that can be."""
    if isinstance(asked.what, Wish):
        back = Wish.RESUME if asked.what is not Wish.RESUME else Wish.PAUSE
        title = "You get these mails again" if asked.what is Wish.RESUME else "No mail goes to you"
        form = _form(world, link, back, QUESTION[back][2])
        return Page(title=title, about=_about(link), said=_standing(world, link), forms=(form,))
    said = "Thank you." if new else "You had said so already; nothing changed."
    return Page(title=TAKEN[asked.what], about=_about(link), said=(said, "You may close this page."))


def today(world: World, link: Opened) -> date:
    """The day where the reader is."""
    now: datetime = world.clock()
    return now.astimezone(ZoneInfo(link.reader.zone)).date()


def latest(day: date) -> date:
    """The last day that a pause may end on."""
    return day + LONGEST_PAUSE


def _form(world: World, link: Opened, what: Answer | Wish, button: str, *, main: bool = False) -> Form:
    token = beside(world, link, what.value)
    if what is not Wish.PAUSE:
        return Form(token=token, button=button, main=main)
    day = today(world, link)
    return Form(
        token=token,
        button=button,
        main=main,
        earliest=(day + timedelta(days=1)).isoformat(),
        latest=latest(day).isoformat(),
        day=(day + PAUSE).isoformat(),
    )


def _about(link: Opened) -> str:
    """`Ines Moreau, week 2026-W08, item 1: Marlowe Travel · Brightvane · pricing`"""
    if not link.link.number:
        return f"The mails of {link.reader.name}"
    place = f"{link.reader.name}, week {link.week}, item {which_of(link.link.number)}"
    return f"{place}: {link.about}" if link.about else place


def _standing(world: World, link: Opened) -> tuple[str, ...]:
    """Whether mails go out now, in a sentence; nothing for the page of an item."""
    if link.link.number:
        return ()
    found = paused_until(world, link.reader.key, today(world, link))
    if found is None:
        return ("Mails go out at their usual hour.",)
    if found.until is None:
        return ("No mail goes out until you ask for them again.",)
    return (f"No mail goes out before {found.until.day} {found.until:%B %Y}.",)
