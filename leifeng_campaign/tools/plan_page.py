"""What surrounds a plan that was downloaded from a document site, and page numbers.

Works on lines; a line either belongs to the plan or is set aside, nothing is lost.
"""

import re

from .script import fold

# Cues that a site sets beside the text; pasted without line breaks they get lines of their own.
_CUE = re.compile(
    r"文档简介|下载本文档|提交评论|(?=版权说明:)|(?=温馨提示[^\n]{0,60}(?:本站|下载|文库))"
)
_FURNITURE = re.compile(
    r"下载本文|继续免费阅读|还剩\d+页|已阅读\d+页|^版权说明|上传用户|上传者|侵权.{0,12}(?:举报|联系|删除)"
    r"|(?:人人文库|百度文库|豆丁网|道客巴巴|原创力文档|文库网|淘豆网|金锄头|装配图网|蚂蚁文库)|本站|VIP会员|开通VIP"
    r"|本文格式为|Word版.{0,3}可编辑|^\S{2,40}_第\d+页$|^\d+/\d+$"
    r"|^(?:文档简介|评论|提交评论|收藏|分享|举报|点赞|下载|登录|注册|免责声明|阅读全文|点击下载)$"
)
_PAGE_NUMBER = re.compile(
    r"[-—–―─]?\s?\d{1,3}\s?[-—–―─]|第?\s?\d{1,3}\s?页(?:\s?[,/]?\s?共\s?\d{1,3}\s?页)?|\d{1,3}\s?/\s?\d{1,3}"
)
_NOTICE = re.compile(r"(?:温馨提示|特别提醒|免责声明|声明|版权声明)[::]?(?:\s|\d|$)")
_SITE_WORDS = re.compile(r"本站|下载|版权|侵权|上传|文库|压缩")
_PLAN_LINE = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}\s?[、.]|[(][一二三四五六七八九十]{1,3}[)]|第[一二三四五六七八九十]阶段)"
)


def split_page(text):
    """``(lines of the plan, lines of the page around it)``, each in order."""
    lines = _with_cues_apart(text).split("\n")
    keys = [fold(line).strip() for line in lines]
    apart = [_is_furniture(key) for key in keys]
    _set_notices_apart(keys, apart)
    return _chosen(lines, apart, False), [
        line.strip() for line in _chosen(lines, apart, True) if line.strip()
    ]


def _chosen(lines, apart, wanted):
    return [line for line, is_apart in zip(lines, apart, strict=True) if is_apart == wanted]


def _with_cues_apart(text):
    key, parts, last = fold(text), [], 0
    for found in _CUE.finditer(key):
        parts += [text[last : found.start()], text[found.start() : found.end()]]
        last = found.end()
    return "\n".join([*parts, text[last:]]) if parts else text


def _is_furniture(key):
    # A long line is the plan itself, even if the site's words were glued to it.
    return (
        bool(key)
        and len(key) <= 120
        and bool(_FURNITURE.search(key) or _PAGE_NUMBER.fullmatch(key))
    )


def _set_notices_apart(keys, apart):
    """A 温馨提示 with the words of a site, to its end."""
    inside = False
    for index, key in enumerate(keys):
        if _NOTICE.match(key) and any(_SITE_WORDS.search(line) for line in keys[index : index + 6]):
            inside = True
        elif inside and _PLAN_LINE.match(key):
            inside = False
        if inside and key:
            apart[index] = True
