"""Reports of one contact laid beside each other: accounts in, what they share, where they differ, what only one has.

Nothing here reads a store; every value of the answer stands at the characters it names.
"""

from dragoman.compare.compare import compare
from dragoman.compare.records import Account, Compared, Comparison, Facts, Shared, SpeakerPart

__all__ = ["Account", "Compared", "Comparison", "Facts", "Shared", "SpeakerPart", "compare"]
