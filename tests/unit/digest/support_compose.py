"""Composes a hand-made week for a reader."""

import digest
from digest.compose import contents
from digest.mail import Mail
from digest.scope import scope
from domain.editions import Audience, Rendered, Week
from tests.unit.digest import worlds


def mail(week: Week, audience: Audience) -> Mail:
    return contents(scope(week, audience))


def rendered(week: Week, audience: Audience) -> Rendered:
    return digest.compose(week, audience, shown=worlds.shown)


def everything(one: Rendered) -> str:
    return "\n".join((one.subject, one.preview, one.text, one.html, one.evidence))
