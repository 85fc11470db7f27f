"""From stored visits to changes, sightings and events: second looks, learned noise, what a site says everywhere."""
