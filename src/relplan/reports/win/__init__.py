"""The way to a win: what is worked out of a prospect's plan, and the forms it is shown in."""
