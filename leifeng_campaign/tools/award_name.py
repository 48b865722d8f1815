"""Words that an in-house award may not have in its name.

Honors of the state are a matter of law (国家勋章和国家荣誉称号法, 2015; 公务员法 art. 53), and the
rules on 评比达标表彰 (2010, 2018) leave names that claim a wider scope than the agency's own, or an
order or medal, to projects that were approved.
"""

FORBIDDEN = (
    # a wider scope
    "国家",
    "全国",
    "中华",
    "中国",
    "国际",
    "世界",
    "共和国",
    # orders and medals
    "勋章",
    "奖章",
    "功勋",
    "荣誉称号",
    # rewards of civil servants
    "嘉奖",
    "记功",
    "一等功",
    "二等功",
    "三等功",
)
TRADITIONAL = {
    "国家": "國家",
    "全国": "全國",
    "中华": "中華",
    "中国": "中國",
    "国际": "國際",
    "共和国": "共和國",
    "勋章": "勳章",
    "奖章": "獎章",
    "功勋": "功勳",
    "荣誉称号": "榮譽稱號",
    "嘉奖": "嘉獎",
    "记功": "記功",
}


def forbidden(name):
    """Return the words of ``name`` that it may not have, as they stand in it."""
    plain = "".join((name or "").split())
    spellings = (spelling for word in FORBIDDEN for spelling in (word, TRADITIONAL.get(word)))
    found = [word for word in spellings if word and word in plain]
    return [word for word in found if not any(word != other and word in other for other in found)]
