"""The demo world: invented competitors at three dates, played by a loopback server."""
