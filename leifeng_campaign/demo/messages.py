"""Who has read what they were told, and who has a calendar; no mail is sent, there is no server."""

READERS = ("佟家宝", "洪秀云", "邹晓晨")  # the others find their messages unread
SUBSCRIBER = "俞景初"


def build(agency):
    messages = agency.env["leifeng.message"]
    for name in READERS:
        person = agency.people[name]
        own = messages.search([("employee_id", "=", person.id)])
        own.with_user(person.user_id).action_read()
    agency.by(SUBSCRIBER, agency.env["res.users"]).action_renew_calendar()
