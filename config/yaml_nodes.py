"""Composes the nodes of a YAML text: by the parser in C where it reads as the one in Python does, else by that one."""

import re

from ruamel.yaml import YAML
from ruamel.yaml.composer import Composer
from ruamel.yaml.cyaml import CBaseLoader
from ruamel.yaml.error import YAMLError, YAMLStreamError
from ruamel.yaml.nodes import Node
from ruamel.yaml.resolver import VersionedResolver

# What the two take differently, or place differently: blanks and ends of lines beyond the usual ones; directives and
# document marks; anchors, tags and merge keys; a value right behind a quoted key; a block of text with a comment right
# behind its sign or a first line of blanks.
READ_DIFFERENTLY = re.compile(
    r"[\t\x85\u2028\u2029\ufeff]|\r(?!\n)"
    r"|^(?:%|---|\.\.\.)"
    r"|(?:^|[\s\[\]{},:])(?:&\S|!)"
    r"|<<|[\"']:\S"
    r"|(?:^ *|[-:?] +)[|>][-+0-9]*(?:#| *(?:#.*)?[\r\n][ \r\n]* [\r\n])",
    re.MULTILINE,
)


class _Events:
    """What ruamel's composer asks of a loader: events (here from C), and the tag that a plain word has."""

    max_depth = 0

    def __init__(self, text: str) -> None:
        self._parser = CBaseLoader(text)
        self._resolver = VersionedResolver(loader=self)


def compose(text: str) -> Node | None:
    """The root node, None of an empty document; raises what ruamel's parser in Python raises, in its words.

    The nodes and their places are the same either way; the parser in C takes a sixth of the time.
    """
    if READ_DIFFERENTLY.search(text) is None:
        try:
            # Not C's own composer: that one recurses without a limit and takes the process down.
            quick: Node | None = Composer(loader=_Events(text)).get_single_node()
            return quick
        except (YAMLError, YAMLStreamError, UnicodeError):
            pass  # the other parser says it better, or takes what is newer than YAML 1.1
    # Without the round-trip reader's comments: it gives up on some that stand in odd places.
    node: Node | None = YAML(typ="safe", pure=True).compose(text)
    return node
