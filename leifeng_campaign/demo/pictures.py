"""Drawn pictures for the demo: nobody is recognizable, no place exists."""

import base64
import io

from PIL import Image, ImageDraw

SIZE = (1200, 800)
SKIN, VEST, RED, WOOD = "#e8c4a0", "#d6322f", "#b3161b", "#b98b5e"


def window():
    """Return a counter with somebody on either side of it."""
    image, draw = _canvas("#f3ead9", "#e2d3b8", 560)
    draw.rectangle((140, 120, 1060, 560), fill="#dfe9ee", outline=WOOD, width=18)
    draw.line((600, 120, 600, 560), fill=WOOD, width=14)
    _person(draw, 400, 330, "#33557a")
    draw.rectangle((90, 540, 1110, 610), fill=WOOD)
    _person(draw, 830, 470, "#7a6a55", 1.15)
    for left in (220, 300, 520):
        draw.rectangle((left, 505, left + 60, 545), fill="white", outline="#888", width=3)
    return _encoded(image)


def yard():
    """Return a yard with people in red vests."""
    image, draw = _canvas("#cfe6f2", "#b8c9a0", 500)
    for left, top, color in ((80, 190, "#d9c7b0"), (420, 130, "#e3d6c4"), (800, 210, "#d3c0a8")):
        draw.rectangle((left, top, left + 300, 520), fill=color)
        for row in range(3):
            for column in range(4):
                x, y = left + 30 + column * 66, top + 40 + row * 90
                draw.rectangle((x, y, x + 40, y + 54), fill="#8fb3c7")
    for x, y in ((250, 480), (480, 530), (720, 500), (950, 540)):
        _person(draw, x, y, VEST)
    draw.line((300, 560, 380, 720), fill=WOOD, width=10)
    draw.ellipse((560, 640, 680, 740), fill="#57704a")
    return _encoded(image)


def station():
    """Return a table with a red flag."""
    image, draw = _canvas("#fbf3e4", "#d8cbb4", 600)
    draw.polygon(((180, 120), (540, 150), (520, 330), (180, 300)), fill=RED)
    draw.line((180, 90, 180, 640), fill="#666", width=12)
    _person(draw, 720, 390, VEST, 1.2)
    draw.rectangle((420, 560, 1080, 610), fill=WOOD)
    draw.rectangle((460, 610, 500, 780), fill=WOOD)
    draw.rectangle((1000, 610, 1040, 780), fill=WOOD)
    return _encoded(image)


def _canvas(sky, ground, horizon):
    image = Image.new("RGB", SIZE, sky)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, horizon, *SIZE), fill=ground)
    return image, draw


def _person(draw, x, y, color, size=1.0):
    """Draw somebody from behind, whose shoulders are at (x, y)."""
    head, wide, tall = 42 * size, 75 * size, 210 * size
    draw.rounded_rectangle((x - wide, y, x + wide, y + tall), 40, fill=color)
    draw.ellipse((x - head, y - 1.8 * head, x + head, y + 0.2 * head), fill="#3b2f2a")
    draw.ellipse((x - 12, y - 6, x + 12, y + 14), fill=SKIN)


def _encoded(image):
    file = io.BytesIO()
    image.save(file, "JPEG", quality=88)
    return base64.b64encode(file.getvalue())
