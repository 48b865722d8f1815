"""Numbers as Word writes them in lists: 一, ①, 甲, iv …"""

_CN = "零一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = list(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    )
)


def format_number(number, style):
    """The number in one of Word's formats (``w:numFmt``); unknown formats as decimal."""
    return _FORMATS.get(style, str)(number)


def _chinese(number, digits=_CN, units=("", "十", "百", "千")):
    if not 0 < number < 10000:
        return str(number)
    text = ""
    for power, digit in enumerate(reversed(str(number))):
        text = (digits[int(digit)] + units[power] if digit != "0" else digits[0]) + text
    text = (
        text.rstrip(digits[0]).replace(digits[0] * 3, digits[0]).replace(digits[0] * 2, digits[0])
    )
    return text[1:] if text.startswith("一十") else text


def _legal(number):
    return _chinese(number, _LEGAL, ("", "拾", "佰", "仟"))


def _from(first, count):
    return lambda number: chr(ord(first) + number - 1) if 0 < number <= count else str(number)


def _letters(number):
    return (
        chr(ord("A") + (number - 1) % 26) * min((number - 1) // 26 + 1, 9)
        if number > 0
        else str(number)
    )


def _roman(number):
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text


def _circled(number):
    return (
        _from("①", 20)(number)
        if number <= 20
        else _from("㉑", 15)(number - 20)
        if number <= 35
        else str(number)
    )


_FORMATS = {
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "ideographDigital": _chinese,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal,
    "ideographTraditional": lambda number: _STEMS[(number - 1) % 10],
    "ideographZodiac": lambda number: _BRANCHES[(number - 1) % 12],
    "ideographEnclosedCircle": _from("㊀", 10),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "decimalZero": lambda number: f"{number:02d}",
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
}
