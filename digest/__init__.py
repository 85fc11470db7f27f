"""Composes one weekly mail per reader and hands it over."""

from digest import deliver
from digest.audience import audiences
from digest.change_page import change_page
from digest.common import Common, in_common
from digest.compose import compose
from digest.message import message, message_id

__all__ = ["Common", "audiences", "change_page", "compose", "deliver", "in_common", "message", "message_id"]
