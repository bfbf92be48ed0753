"""Many plans: finding them, reading them, and asking them all, in this process, on all cores or in a cluster."""
