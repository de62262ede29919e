"""What a language pack holds: one TOML file for each stage that reads in that language."""
