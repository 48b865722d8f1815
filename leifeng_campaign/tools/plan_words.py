"""The words of plans, in simplified characters: names of sections, kinds of activities."""

import re

_PREFIX = (
    r"(?:本次|此次|活动|工作|学雷锋活动|学雷锋|总体|主要|具体|有关|相关|几点|重点|实施|方案){0,2}"
)
# (role, names without prefix); the order decides where two fit.
_ROLES = [
    ("theme", "主题|口号"),
    ("leading_group", "组织领导小组|组织领导|领导小组|组织机构|工作机构|组织架构|领导机构"),
    (
        "background",
        "背景|指导思想|目的意义|目的和意义|目的与意义|重要意义|意义|宗旨|思路|要求和目标|原则|依据|指导原则|缘由",
    ),
    ("objectives", "目标任务|任务目标|预期目标|预期效果|目标|目的"),
    ("date", "时间安排|时间地点|时间和地点|时间与地点|时间、地点|起止时间|时间|日期|期限"),
    ("place", "地点|场所"),
    (
        "participants",
        "参与人员|参加人员|参与对象|参加对象|参与范围|参加范围|参与部门|参加部门|参与单位|参加单位|参与者|对象|范围|人员",
    ),
    (
        "content",
        "内容|安排|步骤|流程|过程|阶段划分|阶段安排|进度|任务|措施|项目|日程|方式|形式|方法|做法|计划|载体",
    ),
    ("requirements", "要求|注意事项|保障措施|组织保障|工作保障|保障|纪律|须知|提示"),
    ("contact", "联系人|联系方式|联系电话|联络方式"),
]
_CORES = {core: role for role, cores in _ROLES for core in cores.split("|")}
_CORE = "|".join(sorted(_CORES, key=len, reverse=True))
_JOIN = rf"(?:(?:及|和|与|、)?(?:其)?(?:{_PREFIX})(?:{_CORE}|划分|及))"
SECTION_NAME = re.compile(rf"{_PREFIX}(?P<core>{_CORE}){_JOIN}{{0,2}}(?:如下)?")
_SECTION_END = re.compile(rf"(?:的|主要|具体|活动|工作)(?P<core>{_CORE})$")
# Phrases that hold a section's word and are something else.
_NOT_SECTION = re.compile(
    r"(?:人员|时间|对象|地点)(?:会议|培训|名单|表)|(?:项目|计划|内容)(?:书|单|表)"
)

_KINDS = [
    ("essay", r"征文|微故事|(?:故事|作品|文章|诗歌|稿件)征集|征集(?:活动|作品|故事|稿件)"),
    ("selection", r"评选|评比|评优|选树|推选|标兵|推荐(?:评|先进|表彰)|优秀组织奖|最美"),
    ("ceremony", r"大会|仪式|表彰|颁奖|启动会|动员会|总结会|动员部署|部署会|誓师|颁发"),
    ("screening", r"观影|观看|电影|影片|纪录片|影视|观摩影"),
    ("service", r"志愿(?!者)|义务|植树|献血|走访|慰问|敬老|爱老|助老|助残|帮扶|关爱|清扫|清理|整治|大扫除|卫生|保洁|环保"
     r"|垃圾分类|交通|文明出行|劝导|便民|社区服务|义诊|捐赠|捐款|结对|送温暖|值守|护学|河道|爱心|春联|送福|送考"),
    ("lecture", r"讲座|演讲|宣讲|报告会|授课|党课|专题学习|辅导|培训|讲堂|课堂"),
    ("discussion", r"讨论|座谈|研讨|分享会|读书|交流|学习会|集中学习|主题党日|组织生活|团日|心得|学习教育|学习"),
    ("service", r"服务|社区"),
]  # fmt: skip
_KINDS = [(kind, re.compile(words)) for kind, words in _KINDS]
_CATEGORIES = [
    ("traffic", re.compile(r"交通|路口|文明出行|劝导|护学|行人|斑马线")),
    ("environment", re.compile(r"环保|植树|绿化|垃圾分类|护绿|河道|护河|造林|低碳|生态|环境保护")),
    ("community", re.compile(
        r"社区|敬老|爱老|助老|助残|孤寡|独居|老人|走访|慰问|便民|关爱|邻里|小区|居民|帮扶|困难|清扫|清理|环境卫生|整治|义诊|理发")),
]  # fmt: skip

CRITERIA = r"(?:评选|推荐|评比|参评|评审|表彰)?(?:标准|条件)"
PROCEDURE = r"(?:评选|推荐|评比|评审|申报|表彰)?(?:程序|步骤|流程|办法|方法)"
LIST_NAME = re.compile(rf"(?:(?P<criteria>{CRITERIA})|(?P<procedure>{PROCEDURE}))")
PHASE_NAME = re.compile(r"阶段|月$|周$|季度|第[一二三四五六七八九十\d]+(?:期|步|周)")
RESPONSIBLE = re.compile(
    r"(?:责任|牵头|主办|承办|组织|负责|实施|配合)(?:部门|单位|处室|科室|人)\s?[::]\s?(?P<who>[^。;,)\]\n\t]{1,40})"
)


def section_role(name):
    """What a section of this (folded) name holds, ``None`` if that isn't known."""
    name = name.strip(" \n:、。")
    if name == "总体要求":
        return "background"
    found = SECTION_NAME.fullmatch(name) or (len(name) <= 16 and _SECTION_END.search(name))
    if not found or _NOT_SECTION.search(name):
        return None
    return _CORES[found["core"]]


def guess_kind(name, text="", ceremony=False):
    """The kind of an activity by its (folded) name, else by its text.

    :param ceremony: it belongs to a conference; what only exchanges or lays out work is an item of it
    """
    kind = _kind_of(name)
    if ceremony and kind in (None, "discussion") and "总结" not in name:
        return "ceremony"
    return kind or ("other" if "总结" in name else _kind_of(text)) or "other"


def guess_category(name, text=""):
    """What a service activity is about: traffic, environment, community or other_service."""
    for source in (name, text):
        for category, words in _CATEGORIES:
            if words.search(source):
                return category
    return "other_service"


def _kind_of(text):
    return next((kind for kind, words in _KINDS if words.search(text)), None)
