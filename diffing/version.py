"""The version of reading and comparing: another one means that everything derived may be made again."""

VERSION = "3"
