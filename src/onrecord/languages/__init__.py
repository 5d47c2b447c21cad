"""What onrecord knows of a language, as data. ``base`` says what a language is; each folder is one."""
