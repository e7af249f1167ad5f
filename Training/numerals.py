"""Chinese numerals as digits, by the rules of `ChineseNumeral` and `NumeralWriter` in the product, and English ones to match."""

import re

DIGITS = {c: v for v, cs in enumerate(["零〇", "一壹弌幺", "二贰貳两兩俩", "三叁參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖"]) for c in cs}
UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "万": 10**4, "萬": 10**4, "亿": 10**8,
         "億": 10**8, "兆": 10**12}
TENS = {"廿": 20, "卅": 30, "卌": 40}


def value(text):
    """The value of a numeral made of Chinese digits and units alone; None when it is none."""
    total = section = 0
    digits = ""
    last = 0
    zero = False
    smallest = float("inf")
    for position, c in enumerate(text):
        if c in DIGITS:
            if c in "零〇" and not digits:
                zero = True
            else:
                digits += c
            continue
        if c in TENS:
            if digits:
                return None
            section += TENS[c]
            last = 10
            continue
        unit = UNITS.get(c)
        if unit is None:
            return None
        if digits:
            factor = int("".join(str(DIGITS[d]) for d in digits))
        elif unit >= 10_000:
            if not (section or total):
                return None
            factor = 0
        else:
            if not (unit == 10 or position == 0):
                return None
            factor = 1
        digits = ""
        zero = False
        if unit < 10_000 and unit >= smallest:
            return None
        smallest = float("inf") if unit >= 10_000 else unit
        if unit >= 10**8:
            total = (total + section + factor) * unit
            section = 0
        elif unit >= 10_000:
            total += (section + factor) * unit
            section = 0
        else:
            section += factor * unit
        last = unit
    if digits:
        number = int("".join(str(DIGITS[d]) for d in digits))
        section += number * last // 10 if len(digits) == 1 and not zero and last >= 100 else number
    return total + section


def english(number):
    """As English prose writes it: 3,200; 300 million."""
    for unit, name in ((10**9, "billion"), (10**6, "million")):
        if number >= unit and number * 10 % unit == 0:
            whole, tenth = divmod(number * 10 // unit, 10)
            return f"{whole}.{tenth} {name}" if tenth else f"{whole} {name}"
    return f"{number:,}"


def _digits(run):
    if len(run) < 2 or not (run[0] in DIGITS or run[0] in "十廿"):
        return None
    if any(c in UNITS for c in run):
        for a, b in zip(run, run[1:]):
            if a in DIGITS and b in DIGITS and a not in "零〇" and b not in "零〇":
                return None
    else:
        if not (len(run) > 2 or "〇" in run or "零" in run):
            return None
        return "".join(str(DIGITS.get(c, 0)) for c in run)
    number = value(run)
    return None if number is None else english(number)


def write(text):
    """The text with its plain numerals in digits; single characters, approximations and adverbs are left alone."""
    out = []
    index = 0
    while index < len(text):
        end = index
        while end < len(text) and (text[end] in DIGITS or text[end] in UNITS) and (text[end] != "两" or end == index):
            end += 1
        run = text[index:end]
        digits = _digits(run) if run else None
        if digits:
            out.append(digits.replace(",", "") if index > 0 and text[index - 1] == "第" else digits)
        elif not run:
            out.append(text[index])
            end = index + 1
        else:
            out.append(run)
        index = end
    return "".join(out)


SMALL = {word: number for number, word in enumerate(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen".split(), 1)}
SMALL |= {word: 10 * number for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
LARGE = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
WORD = "|".join(sorted([*SMALL, *LARGE, "hundred"], key=len, reverse=True))
PHRASE = re.compile(rf"\b(?:an? (?=hundred|thousand|million))?(?:{WORD})\b(?:(?:[ -]|,? and |, )(?:{WORD})\b)*", re.IGNORECASE)


def _words_value(phrase):
    total = section = 0
    for word in re.findall(r"[a-z]+", phrase.lower()):
        if word in SMALL:
            section += SMALL[word]
        elif word == "hundred":
            section = max(section, 1) * 100
        elif word in LARGE:
            total += max(section, 1) * LARGE[word]
            section = 0
    return total + section


def match_digits(zh, en):
    """The English with its number words of 100 and more in digits where the Chinese says the same number, which the model is
    given in digits: a small model copies 3,200 and cannot spell it."""
    wanted = {}
    for run in re.findall("[" + "".join(DIGITS) + "".join(UNITS) + "]+", zh):
        digits = _digits(run)
        number = value(run) if digits and any(c in UNITS for c in run) else None
        if number is not None and number >= 100:
            wanted[number] = digits
    if not wanted:
        return en
    return PHRASE.sub(lambda match: wanted.get(_words_value(match.group()), match.group()), en)
