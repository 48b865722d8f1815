"""What the pages of honors show, as plain values."""

from . import formats


def mine(env, honors, url):
    """Return one's own honors and those of the department one answers for."""
    return [
        {
            "number": honor.number,
            "holder": honor.holder_name,
            "department": not honor.employee_id,
            "title": honor._honor_title(),
            "issued_on": formats.long_date(env, honor.issued_on),
            "state": honor.state,
            "state_text": formats.label(honor, "state"),
            "reason": honor.state_reason,
            "successor": honor._successor_number() if honor.state == "replaced" else "",
            "pdf_url": honor.state == "valid" and f"{url}/{honor.id}/pdf",
        }
        for honor in honors
    ]


def wall(env, honors):
    """Return the honors of a year by award and tier, as the decisions list them; a paper that was
    issued anew stands with the others."""
    urls = _story_urls(env, honors)
    return [
        {
            "award": award,
            "document": document,
            "date": formats.long_date(env, date),
            "tiers": [
                _tier_values(tier, group, urls) for tier, group in each.grouped(_tier).items()
            ],
        }
        for (_id, award, document, date), each in honors.grouped(_award).items()
    ]


def _award(honor):
    return (honor.award_id.id, honor.award_name, honor.document_number, honor.decision_id.date)


def _tier(honor):
    return honor._shown_tier()


def _tier_values(tier, honors, urls):
    names = [
        {
            "name": each.holder_name,
            "department": each.holder_department,
            "url": urls.get(each.id, ""),
        }
        for each in honors
    ]
    return {"tier": tier, "names": names}


def _story_urls(env, honors):
    """Return {honor: where the winner's deed or work is published}."""
    # sudo: leifeng.certificate - which entry an honor on the wall is of; the item is public
    entries = {honor.id: honor.entry_id.id for honor in honors.sudo()}
    domain = [("state", "=", "published"), ("entry_id", "in", list(entries.values()))]
    stories = env["leifeng.story"].search_fetch(domain, ["entry_id"])
    urls = {story.entry_id.id: f"/my/leifeng/stories/{story.id}" for story in stories}
    return {honor: urls[entry] for honor, entry in entries.items() if entry in urls}
