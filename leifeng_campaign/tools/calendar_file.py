"""Calendar files (RFC 5545) of plain values; folding and escaping are vobject's."""

import re

import vobject
from vobject.icalendar import utc

PRODUCT = "-//leifeng_campaign//Lei Feng Campaign//ZH"
CONFIRMED, TENTATIVE, CANCELLED = "CONFIRMED", "TENTATIVE", "CANCELLED"
POLL = "PT1H"  # how often a subscriber may look again, as a hint
# What no text of a calendar may hold: control characters and other ends of lines.
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")


def calendar_file(events, name="", tz="Asia/Shanghai"):
    """Return the UTF-8 bytes of a calendar with ``events``.

    Each is a dict: ``uid``, ``sequence`` (int), ``status``; ``start``, ``stop``, ``changed`` (naive
    UTC datetimes); ``summary``, ``location``, ``description``, ``url`` (texts, may be empty).
    ``name`` and ``tz`` are shown by programs that subscribe; times are written in UTC.
    """
    calendar = vobject.iCalendar()
    calendar.add("prodid").value = PRODUCT
    calendar.add("calscale").value = "GREGORIAN"
    if name:
        calendar.add("x-wr-calname").value = _clean(name)
        calendar.add("x-wr-timezone").value = tz
        calendar.add("x-published-ttl").value = POLL
    for event in events:
        _add(calendar, event)
    return calendar.serialize().encode()


def _add(calendar, event):
    entry = calendar.add("vevent")
    entry.add("uid").value = event["uid"]
    entry.add("sequence").value = str(event["sequence"])
    entry.add("status").value = event["status"]
    entry.add("class").value = "PRIVATE"
    busy = event["status"] == CONFIRMED
    entry.add("transp").value = "OPAQUE" if busy else "TRANSPARENT"
    times = (("dtstart", "start"), ("dtend", "stop"), ("dtstamp", "changed"))
    for name, key in (*times, ("last-modified", "changed")):
        entry.add(name).value = event[key].replace(microsecond=0, tzinfo=utc)
    for name in ("summary", "location", "description", "url"):
        if event[name]:
            entry.add(name).value = _clean(event[name])


def _clean(text):
    return CONTROL.sub("", text.replace("\r\n", "\n"))
