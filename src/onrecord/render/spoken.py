"""Dates and shares as people say them."""

import re
from datetime import date

# Not strftime: that would speak the language of the machine.
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def spoken_date(iso: str) -> str:
    """``2022-06-08`` (a time may follow) as "8 June 2022", ``--06-08`` as "8 June"; else as it is."""
    found = re.match(r"(\d{4}|-)-(\d\d)-(\d\d)(?!\d)", iso)
    if not found:
        return iso
    try:
        # 1904 was a leap year, so that 29 February is a day also where no year is given.
        day = date(1904 if found[1] == "-" else int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return iso
    return f"{day.day} {_MONTHS[day.month - 1]}" + ("" if found[1] == "-" else f" {day.year}")


def spoken_when(iso: str) -> str:
    """As ``spoken_date``; ``2022-05`` is "May 2022", and "from/to" is "… to …"."""
    return " to ".join(map(_month_or_date, iso.split("/")))


def _month_or_date(iso: str) -> str:
    month = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", iso)
    return f"{_MONTHS[int(month[2]) - 1]} {month[1]}" if month else spoken_date(iso)


def percent(share: float) -> str:
    """A share of 0 to 1 in per cent; a little is not nothing."""
    return "<1%" if 0 < share < 0.005 else f"{100 * share:.0f}%"
