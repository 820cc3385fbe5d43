"""What a book may say: the shapes of settings, plans, touches, prospects and campaigns.

Empty on purpose: a command that needs only durations must not import pydantic.
"""
