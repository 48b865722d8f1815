"""Days and times as the agency's people read them: in its time zone, in the user's language."""

from datetime import UTC
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time

from odoo.fields import Datetime
from odoo.tools.misc import babel_locale_parse, get_lang


def local(moment, tz):
    """Return a naive UTC datetime as an aware one in the time zone ``tz``."""
    return moment.replace(tzinfo=UTC).astimezone(ZoneInfo(tz))


def day_text(env, moment, tz):
    """Return the day of a UTC datetime: '11月25日 周三', 'Wed, Nov 25'; another year is named."""
    locale = babel_locale_parse(get_lang(env).code)
    day, today = local(moment, tz).date(), local(Datetime.now(), tz).date()
    skeleton = "MMMEd" if day.year == today.year else "yMMMEd"
    pattern = locale.datetime_skeletons[skeleton].pattern
    # zh_CN sets no space before the weekday
    return format_date(day, pattern.replace("日E", "日 E"), locale=locale)


def date_text(env, day):
    """Return a date with its weekday: '2026年3月5日 周四', 'Thu, Mar 5, 2026'."""
    locale = babel_locale_parse(get_lang(env).code)
    pattern = locale.datetime_skeletons["yMMMEd"].pattern
    return format_date(day, pattern.replace("日E", "日 E"), locale=locale)


def clock_text(moment, tz):
    """Return the time of a UTC datetime: '07:30'."""
    return format_time(local(moment, tz).time(), "HH:mm", locale="en")


def moment_text(env, moment, tz):
    """Return '11月25日 周三 07:30', or '' for no moment."""
    return f"{day_text(env, moment, tz)} {clock_text(moment, tz)}" if moment else ""


def times_text(env, start, stop, tz):
    """Return '07:30–08:30', with the other day where a session ends on another."""
    same_day = local(start, tz).date() == local(stop, tz).date()
    end = clock_text(stop, tz) if same_day else moment_text(env, stop, tz)
    return f"{clock_text(start, tz)}–{end}"


def span_text(env, start, stop, tz):
    """Return '11月25日 周三 07:30–08:30'."""
    return f"{day_text(env, start, tz)} {times_text(env, start, stop, tz)}"


def full_text(env, moment, tz):
    """Return '2026年11月25日 周三 07:30', for paper, which is read in other years too."""
    return f"{date_text(env, local(moment, tz).date())} {clock_text(moment, tz)}"
