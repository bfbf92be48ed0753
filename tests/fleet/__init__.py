"""Many plans: found, asked, and answered in one."""
