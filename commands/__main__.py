"""`python -m commands` is `bellwether`."""

from commands import main

main()
