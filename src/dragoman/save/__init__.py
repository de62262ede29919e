"""The store: tables, migrations, SQLite now and PostgreSQL later. What is saved is saved whole or not at all."""

from dragoman.save.amend import Correction
from dragoman.save.pages import Saved, add_pages, known_pages
from dragoman.save.store import Store, open_store
from dragoman.save.url import StoreUrlError, default_url

__all__ = ["Correction", "Saved", "Store", "StoreUrlError", "add_pages", "default_url", "known_pages", "open_store"]
