"""Where and when a finding was seen, and whether it still stands: the words under each finding of a mail."""

from digest.doubts import unseen_why
from digest.say import site_pages
from digest.scope import Scope
from digest.words import day, local, short_day
from domain.content import Where
from domain.events import Event
from domain.sources import SourceKind


def seen(scope: Scope, event: Event) -> str:
    """`Seen Thu 19 Feb, still so today 06:40.`; where and since when if several sources say it.

    `Seen Tue 17 Feb, as now since Fri 20 Feb` where it took several steps; a page that could not be looked at again
    says so.
    """
    zone = scope.audience.person.zone
    first, last = local(event.first_seen, zone), local(event.last_confirmed, zone)
    said = f"{_places(event)}{day(first.date(), scope.today)}"
    if event.happened_on and abs((first.date() - event.happened_on).days) > 1:
        said = f"Dated {short_day(event.happened_on, scope.today)}, {said[0].lower()}{said[1:]}"
    steps = [local(one.since, zone).date() for one in event.sightings if one.since]
    if steps and max(steps) != first.date():
        said += f", as now since {day(max(steps), scope.today)}"
    pages = {sighting.source for sighting in event.sightings if sighting.source_kind is SourceKind.PAGE}
    if pages and last > first:
        when = "today" if last.date() == scope.today else day(last.date(), scope.today)
        said += f", still so {when} {last:%H:%M}"
    lost = [one for one in scope.unseen if one.source.name in pages]
    removal = any(edit.where is Where.STATE for sighting in event.sightings for edit in sighting.edits)
    if lost and len(lost) == len(pages) and not removal:
        said += f"; not seen again: {unseen_why(scope, lost[0])}"
    return f"{said}."


def _places(event: Event) -> str:
    """`Seen `, or where several sources say it: `Seen in 3 places, first `, `Seen on 8 pages of the site, first `."""
    places = len({sighting.source for sighting in event.sightings})
    if places == 1:
        return "Seen "
    whole_site = site_pages(event) == places
    return f"Seen on {places} pages of the site, first " if whole_site else f"Seen in {places} places, first "
