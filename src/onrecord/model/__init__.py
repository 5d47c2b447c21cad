"""What a ledger is made of: frozen, slotted dataclasses that need nothing but the standard library."""
