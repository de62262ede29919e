"""Whether two names, in any two scripts, can be one person's: how sure, and why."""

from dragoman.world.match.compare import SURE, Match, compare, same

__all__ = ["SURE", "Match", "compare", "same"]
