"""Composes one weekly mail per reader and hands it over."""

from digest import deliver
from digest.audience import audiences
from digest.change_page import change_page
from digest.compose import compose
from digest.message import message, message_id

__all__ = ["audiences", "change_page", "compose", "deliver", "message", "message_id"]
