"""A story as HTML that an editor on the web takes over as it looks: inline styles alone."""

from markupsafe import Markup, escape

from . import story_text

BASE = "font-size:17px;line-height:1.9;color:#333;letter-spacing:0.5px;"
STYLES = {
    "p": BASE + "margin:0 0 1em;text-indent:2em;text-align:justify;",
    "h": BASE + "margin:1.4em 0 0.8em;font-weight:bold;font-size:19px;color:#b3161b;",
    "quote": BASE + "margin:0 0 1em;padding:0.6em 1em;border-left:4px solid #b3161b;"
    "background:#f8f4f0;",
    "li": BASE + "margin:0 0 0.6em;padding-left:1.4em;",
    "num": BASE + "margin:0 0 0.6em;padding-left:1.4em;",
}
TITLE = "font-size:24px;line-height:1.5;font-weight:bold;text-align:center;margin:0 0 0.5em;"
SMALL = "font-size:14px;line-height:1.6;color:#888;text-align:center;margin:0 0 1.2em;"
IMAGE = "display:block;width:100%;max-width:100%;margin:0 auto 0.4em;"


def paste(title, byline, body, pictures):
    """Return the page as Markup. ``pictures``: [(address of the image, caption)]; the first one
    stands above the text, the others follow between its paragraphs."""
    parts = [_tag("h2", TITLE, escape(title)), _tag("p", SMALL, escape(byline))]
    found = [_block(*each) for each in story_text.marks(story_text.blocks(body))]
    shown = [_picture(*each) for each in pictures]
    parts += woven(found, shown)
    return _tag("section", "max-width:677px;margin:0 auto;", Markup("\n").join(parts))


def woven(texts, pictures):
    """Return both in one list: a picture first, the others spread over the texts."""
    if not pictures:
        return list(texts)
    step = max(1, len(texts) // len(pictures))
    whole = []
    for index, picture in enumerate(pictures):
        last = index == len(pictures) - 1
        whole.append(picture)
        whole += texts[index * step :] if last else texts[index * step : (index + 1) * step]
    return whole


def _block(kind, mark, runs):
    content = Markup("").join(_run(*run) for run in runs)
    return _tag("p", STYLES[kind], escape(mark) + content)


def _run(text, bold, italic):
    style = "font-weight:bold;" * bold + "font-style:italic;" * italic
    return _tag("span", style, escape(text)) if style else escape(text)


def _picture(address, caption):
    image = Markup('<img src="{}" alt="{}" style="{}">').format(address, caption, IMAGE)
    return image + _tag("p", SMALL, escape(caption)) if caption else image


def _tag(tag, style, content):
    return Markup('<{0} style="{1}">{2}</{0}>').format(Markup(tag), style, content)
