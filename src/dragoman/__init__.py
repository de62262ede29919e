"""dragoman: reads reports of diplomacy into a cited record of who met whom and who said what."""

__version__ = "0.1.0"
