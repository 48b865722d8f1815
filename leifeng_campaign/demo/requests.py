"""What residents' committees ask for: by their link, and what became of it."""

from datetime import timedelta

from .clock import at, moment

WILLOW, BREEZE, PLANE = "柳岸社区居民委员会", "和风社区居民委员会", "梧桐里社区居民委员会"
VISITS = "柳岸社区独居老人走访"
NEED = (
    "社区里有十二户独居老人，想请志愿者上门看看用电和燃气是否安全，帮忙换灯泡、整理阳台杂物，"
    "教他们存好应急电话。有两位老人听力不好，请说话慢一些。名单由居委会带队人员现场掌握，不另提供。"
)
ALONE = {"served": "alone", "people_count": "14", "household_count": "12户"}
NEW_NEEDS = (
    (BREEZE, "surroundings", "楼道小广告清理，三个单元，请自带铲子和水桶。", None, ""),
    (PLANE, "residents", "新投放点分类引导，请志愿者帮居民认一认分类。", 1, "上午"),
)


def build(agency):
    _past_visit(agency)
    _coming_visit(agency)
    for name, served, need, saturday, clock in NEW_NEEDS:
        day = str(agency.days.saturday(saturday)) if saturday else ""
        texts = {"served": served, "need": need, "wish_date": day, "wish_time": clock}
        _ask(agency, name, agency.days.workday(-1), **texts)


def _ask(agency, name, day, **texts):
    """The organization sends its form at ten o'clock on ``day``."""
    # sudo: res.partner - the organization itself, which has no account
    partner = agency.partners[name].sudo()
    agency.by("许清和", partner)._leifeng_ask_path()
    contact = {key: value or "" for key, value in partner._leifeng_contact().items()}
    with at(moment(day, "10:00")):
        return agency.env["leifeng.service.request"]._ask(partner, {**contact, **texts})


def _shift(agency, day):
    start = moment(day, "18:30")
    domain = [("post_id", "=", agency.posts[VISITS].id), ("start", "=", start)]
    return agency.env["leifeng.session"].search(domain)


def _taken_along(agency, asked, shift):
    """The office plans ``asked`` on ``shift`` a day later."""
    with at(asked.asked_on + timedelta(days=1)):
        wizard = agency.officer(agency.env["leifeng.service.request.plan"]).create(
            {"request_id": asked.id, "how": "existing", "session_id": shift.id}
        )
        wizard.action_plan()


def _coming_visit(agency):
    day = agency.days.workday(3)
    wish = {"wish_date": str(day), "wish_time": "18:30以后", "volunteers_needed": "6人"}
    asked = _ask(agency, WILLOW, agency.days.workday(-4), need=NEED, **ALONE, **wish)
    _taken_along(agency, asked, _shift(agency, day))


def _past_visit(agency):
    """The visit before came of a request, too, and the committee has said how it was."""
    shift = _shift(agency, agency.days.workday(-5))
    asked = _ask(
        agency,
        WILLOW,
        agency.days.workday(-11),
        need="请志愿者陪独居老人说说话，顺便看看灶具和电线。",
        volunteers_needed="6",
        **ALONE,
    )
    office = agency.officer(asked)
    with at(asked.asked_on + timedelta(days=1)):
        office.action_take_on()
        office.session_id = shift
    with at(shift.stop + timedelta(hours=2)):
        office.action_serve()
        office.outcome = "走访12户14人，换灯泡5只，送米、油各12份；两户阳台杂物较多，下次再去。"
        asked._rate("5", "志愿者有耐心，老人们盼着再来。")
