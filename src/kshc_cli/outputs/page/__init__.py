"""One page of HTML that shows a plan: it asks nothing of a network, and stands on any screen, on paper, on a wall."""
