"""The desk: the bytes of a plan and of its log in, the answer to a question out, as plain values.

It knows neither terminal nor disk: a command asks it about one plan, a fleet about many, in any process.
"""
