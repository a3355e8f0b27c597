"""The mathematics of Gyaku: experiments, the plan of operations, and training. It knows no window."""

__version__ = "0.1.0"
