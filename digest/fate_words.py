"""What became of a difference, in words for the terminal and the page alike."""

from domain.explanations import Fate

TITLES = {
    Fate.NEWS: "News",
    Fate.MINOR: "Minor: part of the change, never leads",
    Fate.LEARNED: "Changes by itself, as earlier visits showed",
    Fate.NOISE: "Noise",
    Fate.MOVED: "Moved, and says the same",
    Fate.IGNORED: "Your own settings leave it out",
    Fate.FURNITURE: "Site furniture",
    Fate.PASSED: "The list only moved on",
    Fate.NOBODY: "About nobody you watch",
    Fate.CUT: "More than anybody reads",
}
TOLD = (Fate.NEWS, Fate.MINOR)
