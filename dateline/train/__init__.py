"""Makes what is shipped from data, one command each: the weights, the gazetteer, the marked sentences."""
