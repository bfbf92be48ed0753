"""A plan compiled: what its bytes hold and mean, as a plain value that can be kept and answered from."""
