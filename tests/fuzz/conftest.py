"""How long the fuzzing goes on: `BELLWETHER_FUZZ=10 ./dev fuzz` tries ten times as many inputs."""

import os

from hypothesis import HealthCheck, Phase, settings

EXAMPLES = 120

settings.register_profile(
    "fuzz",
    max_examples=int(EXAMPLES * float(os.environ.get("BELLWETHER_FUZZ", "1"))),
    deadline=None,
    database=None,
    print_blob=True,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
settings.load_profile("fuzz")
