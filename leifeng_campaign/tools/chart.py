"""Charts for a document as PNG: bars with their numbers in words, legible in black and white.

Drawn with Pillow in a typeface of the server's that has Chinese characters; a server without one
gets no chart, and the document has the same numbers in a table.
"""

import io
import shutil
import subprocess
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

WIDTH = 1560  # pixels: ten to each millimeter of a document's text
BAR, GAP, EDGE, TEXT = 44, 22, 20, 34
INK, FILL, LINE = "#000000", "#B03A2E", "#999999"
COLUMNS_HEIGHT = 520
_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "C:/Windows/Fonts")
_NAMES = (
    *("NotoSansCJK-Regular.ttc", "NotoSansCJKsc-Regular.otf", "NotoSansSC-Regular.otf"),
    *("wqy-zenhei.ttc", "wqy-microhei.ttc", "simhei.ttf", "msyh.ttc", "uming.ttc"),
)


@cache
def font_file():
    """Return the path of a typeface that has Chinese characters, None if none is found."""
    found = (path for folder in _FOLDERS for name in _NAMES for path in Path(folder).rglob(name))
    return next(map(str, found), None) or _asked_of_fontconfig()


def bars(rows):
    """Return a chart of bars from left to right below each other, in the order given.

    ``rows``: [(label, number, what stands behind the bar)]; None without rows or typeface.
    """
    if not (rows and (font := _font())):
        return None
    left = max(font.getlength(label) for label, _number, _text in rows) + 2 * EDGE
    right = max(font.getlength(text) for _label, _number, text in rows) + 2 * EDGE
    largest = max(number for _label, number, _text in rows) or 1
    image = Image.new("RGB", (WIDTH, EDGE * 2 + len(rows) * (BAR + GAP)), "white")
    draw = ImageDraw.Draw(image)
    for index, (label, number, text) in enumerate(rows):
        top = EDGE + index * (BAR + GAP)
        middle, end = top + BAR / 2, left + (WIDTH - left - right) * number / largest
        draw.text((left - EDGE, middle), label, INK, font, anchor="rm")
        draw.rectangle((left, top, end, top + BAR), FILL)
        draw.text((end + EDGE / 2, middle), text, INK, font, anchor="lm")
    draw.line((left, EDGE / 2, left, image.height - EDGE / 2), LINE, 2)
    return _png(image)


def columns(rows):
    """Return a chart of columns beside each other, in the order given.

    ``rows``: [(label below, number)]; None without rows or typeface.
    """
    if not (rows and (font := _font())):
        return None
    image = Image.new("RGB", (WIDTH, COLUMNS_HEIGHT), "white")
    draw = ImageDraw.Draw(image)
    bottom, top = COLUMNS_HEIGHT - EDGE - 2 * TEXT, EDGE + 2 * TEXT
    step = (WIDTH - 2 * EDGE) / len(rows)
    largest = max(number for _label, number in rows) or 1
    every = -(-max(font.getlength(label) + EDGE for label, _number in rows) // step)
    for index, (label, number) in enumerate(rows):
        center, height = EDGE + (index + 0.5) * step, (bottom - top) * number / largest
        half = min(step * 0.35, BAR)
        draw.rectangle((center - half, bottom - height, center + half, bottom), FILL)
        draw.text((center, bottom - height - EDGE / 2), str(number), INK, font, anchor="mb")
        if index % every == 0:
            draw.text((center, bottom + EDGE / 2), label, INK, font, anchor="mt")
    draw.line((EDGE, bottom, WIDTH - EDGE, bottom), LINE, 2)
    return _png(image)


def _font():
    path = font_file()
    return ImageFont.truetype(path, TEXT) if path else None


def _asked_of_fontconfig():
    """Ask fontconfig, which knows the server's other folders, where it is installed."""
    if not shutil.which("fc-match"):
        return None
    words = ["fc-match", "--format=%{lang}|%{file}", ":lang=zh-cn"]
    answer = subprocess.run(words, capture_output=True, encoding="utf-8", check=False)
    languages, _bar, path = answer.stdout.partition("|")
    return path if "zh-cn" in languages and Path(path).is_file() else None


def _png(image):
    stream = io.BytesIO()
    image.convert("P", palette=Image.Palette.ADAPTIVE, colors=32).save(stream, "PNG", optimize=True)
    return stream.getvalue()
