"""How large the letters of a sheet for the board can be, so that all of it stands on one page."""

import math

from . import story_text

# mm as the printing program lays them out, which shows everything at 0.77 of what is asked for
WIDTH, HEIGHT = 336, 490
MARGIN, GAP, BEFORE_HEADING = 14, 3, 5
HEAD, TITLE_LINE, TITLE_LETTERS, FOOT = 78, 27, 15, 24
PICTURE_MOST, PICTURE_WORDS, PICTURE_GAP = 128, 24, 8
POINT, PITCH = 0.3528, 1.76  # mm of a point; height of a line
LARGEST, SMALLEST, STEP = 48, 12, 0.5  # points
ONE_COLUMN = 450  # characters


def columns(found):
    """Return the blocks in one column or two."""
    length = sum(len(story_text.line(runs)) for _kind, runs in found)
    return story_text.columns(found, 1 if length <= ONE_COLUMN else 2)


def letters(title, parts, shapes):
    """Return the size of the letters in points: the largest with which everything fits.

    ``parts``: the columns; ``shapes``: height by width of each picture shown, at most three.
    """
    space = HEIGHT - HEAD - FOOT - TITLE_LINE * math.ceil(len(title) / TITLE_LETTERS)
    space -= _pictures(shapes)
    size = LARGEST
    while size > SMALLEST and max(_height(part, size, len(parts)) for part in parts) > space:
        size -= STEP
    return size


def _pictures(shapes):
    if not shapes:
        return 0
    wide = WIDTH / len(shapes) - PICTURE_GAP
    return min(PICTURE_MOST, wide * max(shapes)) + PICTURE_WORDS


def _height(blocks, size, count):
    # letters in a line; two less, since a mark takes its letter along to the next line
    fitting = max(1, (WIDTH / count - MARGIN) / (size * POINT) - 2)
    height = 0
    for kind, runs in blocks:
        lines = math.ceil((len(story_text.line(runs)) + 2) / fitting)
        height += lines * size * POINT * PITCH + GAP + BEFORE_HEADING * (kind == "h")
    return height
