"""A ledger as people see it: marked text, cards, and the views that the terminal, pages and exports share."""
