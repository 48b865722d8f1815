"""The departments' plans, each sent its way by the people whose turn it is."""

from .agency import rows
from .clock import at, moment

REMARK = "请补充垃圾分类活动的负责人和人数"
# department: (what, activity, workday from today, who)
LINES = {
    "办公室": [
        ("组织学习讨论", "学习讨论", -20, "全体人员"),
        ("参加义务植树", "环保服务", 6, "贾树声等5人"),
    ],
    "机关党委办公室": [
        ("承办专题讲座和观影", "专题讲座", -30, "邵一鸣、郑可心"),
        ("办好午间分享会", "学习讨论", 2, "乔晓雯"),
    ],
    "人事科": [
        ("组织学习讨论", "学习讨论", -18, "全体人员"),
        ("参加社区环境整治", "社区服务", 4, "孟亦凡等3人"),
    ],
    "政策法规科": [
        ("到服务站做法律咨询", "社区服务", -3, "傅予安、丁韡、叶知微轮流"),
        ("组织学习讨论", "学习讨论", -18, "全体人员"),
    ],
    "审批服务一科": [
        ("到服务站做政策咨询", "社区服务", -3, "自愿报名"),
        ("牵头义务植树", "环保服务", 6, "高屹等8人"),
    ],
    "审批服务二科": [
        ("走访独居老人", "社区服务", -5, "常青禾等6人"),
        ("组织学习讨论", "学习讨论", -17, "全体人员"),
    ],
    "政务大厅管理科": [
        ("路口早晚交通劝导", "交通劝导", -8, "樊铁山、车向前带队，自愿报名"),
        ("社区环境整治", "社区服务", 4, "牛立军等"),
        ("到服务站义务理发", "社区服务", -3, "洪秀云"),
    ],
    "数据资源科": [
        ("公园环保宣传", "环保服务", 4, "陶然之等4人"),
        ("垃圾分类引导", "环保服务", 1, "待定"),
    ],
    "热线与评价科": [
        ("周末环境整治，夜班人员只排周末上午", "社区服务", 4, "鲁长生等"),
        ("晚高峰交通劝导", "交通劝导", 5, "自愿报名"),
    ],
}
NOT_FOR_US = {"人事科": ["交通劝导"], "数据资源科": ["交通劝导"], "机关党委办公室": ["环保服务"]}


def build(agency, campaign):
    for sequence, row in enumerate(rows("departments.csv"), 1):
        with at(moment(agency.days.workday(-32), "9:30")):
            part = take_part(agency, campaign, row, sequence)
        _send(agency, part, row)


def take_part(agency, campaign, row, sequence):
    return agency.officer(agency.env["leifeng.campaign.department"]).create(
        {
            "campaign_id": campaign.id,
            "department_id": agency.departments[row["name"]].id,
            "head_id": agency.people[row["head"]].id,
            "coordinator_id": agency.people[row["coordinator"]].id,
            "sequence": sequence,
        }
    )


def _send(agency, part, row):
    """Take the plan as far as the column ``plan`` says: head, returned or approved."""
    with at(moment(agency.days.workday(-28), "15:00")):
        mine = agency.by(row["coordinator"], part)
        _write(agency, mine)
        mine.action_send_to_head()
    if row["plan"] == "head":
        return
    with at(moment(agency.days.workday(-26), "11:00")):
        agency.by(row["head"], part).action_agree()
    with at(moment(agency.days.workday(-25), "16:00")):
        office = agency.officer(part)
        office.action_return(REMARK) if row["plan"] == "returned" else office.action_pass()


def _write(agency, part):
    """Write what differs from the campaign's plan, a line of its own for the second of a kind."""
    taken = {line.activity_id.name: line for line in part.line_ids}
    for activity in NOT_FOR_US.get(part.name, ()):
        part.action_drop_line(taken.pop(activity).id)
    for name, activity, count, people in LINES[part.name]:
        day = str(agency.days.workday(count))
        line = taken.pop(activity, None)
        part.action_keep_line(
            line.id if line else False, {"name": name, "date": day, "people": people}
        )
