"""What counts as a fault in Odoo's log."""

from runtime import logcheck

QUIET = "2026-03-02 09:00:00,000 12 INFO db odoo.modules: all is well"
WARNING = "2026-03-02 09:00:01,000 12 WARNING db odoo.http: refused"
ERROR = """2026-03-02 09:00:02,000 12 ERROR db odoo.sql_db: bad query: INSERT
ERROR: duplicate key value violates unique constraint "leifeng_signup_one"
DETAIL: Key exists"""
NOISE = """2026-03-02 09:00:03,000 12 WARNING ? py.warnings: x.py:21: DeprecationWarning: PyPDF2 \
is deprecated. Please move to the pypdf library instead.
  File "x.py", line 21"""
BARE = """Exception in thread cron:
Traceback (most recent call last):
  File "x.py", line 1"""
TRACEBACK = """Traceback (most recent call last):
  File "x.py", line 1
odoo.tools.ParseError: while parsing x.xml:20
View error context:
{'file': 'x.xml'}"""


def log(*entries):
    return "\n".join(entries)


def test_entries_keep_their_continuation():
    assert logcheck.entries(log(QUIET, ERROR, WARNING)) == [QUIET, ERROR, WARNING]


def test_quiet_log_has_no_fault():
    assert logcheck.unclaimed(log("Running as root", QUIET, NOISE, QUIET)) == []


def test_empty_log_has_no_fault():
    assert logcheck.unclaimed("") == []


def test_warning_and_error_are_faults():
    assert logcheck.unclaimed(log(QUIET, WARNING, NOISE, ERROR)) == [WARNING, ERROR]


def test_critical_is_a_fault():
    critical = WARNING.replace("WARNING", "CRITICAL")

    assert logcheck.unclaimed(critical) == [critical]


def test_word_error_in_the_text_is_no_fault():
    assert logcheck.unclaimed(QUIET.replace("all is well", "0 ERROR")) == []


def test_claim_takes_the_entries_it_matches_only():
    claims = ["leifeng_signup_one"]

    assert logcheck.unclaimed(log(WARNING, ERROR, ERROR), claims) == [WARNING]


def test_traceback_that_no_logger_wrote_is_a_fault():
    assert logcheck.unclaimed(log(BARE, QUIET)) == [BARE.strip()]


def test_traceback_of_an_info_entry_is_no_fault():
    assert logcheck.unclaimed(log(QUIET, *BARE.splitlines()[1:])) == []


def test_unmet_names_the_claims_that_nothing_matches():
    claims = ["leifeng_signup_one", "all is well", "refused"]

    assert logcheck.unmet(log(QUIET, WARNING, ERROR), claims) == ["all is well"]


def test_last_words_are_those_of_the_last_fault():
    assert logcheck.last_words(log(ERROR, QUIET)) == "DETAIL: Key exists"


def test_last_words_prefer_the_exception():
    critical = f"{QUIET.replace('INFO', 'CRITICAL')}\n{TRACEBACK}"

    assert logcheck.last_words(critical) == "odoo.tools.ParseError: while parsing x.xml:20"


def test_last_words_of_a_quiet_log_are_its_last_line():
    assert logcheck.last_words(log(QUIET, "the end")) == "the end"
    assert logcheck.last_words("") == "no word"
