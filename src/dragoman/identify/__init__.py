"""Found words -> mentions of people, offices, groups, institutions and states, and the people behind them."""

from __future__ import annotations

from dragoman.identify.identify import Identified, identify, vocabulary_of
from dragoman.identify.mentions import Mention
from dragoman.identify.people import Person
from dragoman.identify.vocabulary import Vocabulary

__all__ = ["Identified", "Mention", "Person", "Vocabulary", "identify", "vocabulary_of"]
