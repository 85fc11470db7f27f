"""Why each difference was told or left out, by the way that examining goes."""
