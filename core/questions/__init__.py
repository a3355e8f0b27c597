"""Questions a learner asks of a network: is the gradient right, why does it not learn, what does its loss look like."""
