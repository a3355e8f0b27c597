"""Colours, typeset formulas and the items of the gradient flow."""
