"""What records are coded in: source types, sectors and countries, as data that users can change."""
