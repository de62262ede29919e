"""Encounters and statements -> events of a codebook."""

from __future__ import annotations

from dragoman.label.plover import label

__all__ = ["label"]
