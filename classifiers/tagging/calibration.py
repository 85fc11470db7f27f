"""From the weight of the rules that agree on a tag to how often such a tag is right."""

from bisect import bisect_right

# Weight, and the share of tags of that weight that were right: measured on labelled headlines, our own and outside ones
# (`./dev bench tags` shows it as `calibration`), taken down a little, for rules have seen some of them.
MEASURED = ((0.0, 0.0), (0.5, 0.8), (0.65, 0.93), (0.88, 0.96), (0.96, 0.98), (1.0, 0.99))


def calibrated(weight: float) -> float:
    """The confidence (0..1) of a tag whose rules weigh so much; straight lines between what was measured."""
    place = min(bisect_right(MEASURED, (weight, 1.0)), len(MEASURED) - 1)
    (low, less), (high, more) = MEASURED[place - 1], MEASURED[place]
    share = (weight - low) / (high - low)
    return round(less + share * (more - less), 4)
