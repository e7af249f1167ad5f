"""What the model is given and what it is to say: the same form as the product's `CompletionPrompt` for adapters."""

import re

import numerals

STRAIGHT = str.maketrans({"“": '"', "”": '"', "「": '"', "」": '"', "＂": '"', "‘": "'", "’": "'", "『": "'", "』": "'",
                          "\n": " ", "\r": " ", "\u3000": " "})

# Codes that stand alone, as they occur in the pairs; the product finds them by its table of syntaxes.
CODES = re.compile(r"\{\{?[\w .:%,+-]+\}\}?|%(?:\d+\$)?\d*\.?\d*[dsf]|\$\{?[A-Z_a-z]\w*\}?|\\[A-Z]+\[\d+\]|\[[A-Z]{2}\]|@\w+@?|\[/?[a-z]+(?:=[^\]]+)?\]|</?[a-zA-Z][^>]*>|\\[!.|^<>]")
MARKUP = re.compile(r"</?[a-zA-Z][^>]*>|\[/?[a-z]+(?:=[^\]]+)?\]|\\C\[\d+\]|\\[!.|^<>]")
HEADING = re.compile(r"^第[零〇一二两三四五六七八九十百千0-9]{1,10}[章回卷部篇节集话幕][\s　：:、·-]*")
ENGLISH_HEADING = re.compile(r"^(?:Chapter|Volume|Part|Section|Episode|Act) [\w-]+[:,.]?\s*")
HAN = re.compile(r"[\u3400-\u9fff]")
WORD = re.compile(r"[^\W_]")


def is_word(c):
    return bool(WORD.match(c)) and not HAN.match(c)


def write_terms(text, terms):
    """The text with each term replaced by its target: left to right, the longest first, as `TermWriter` does."""
    if not terms:
        return text
    forms = sorted(terms, key=len, reverse=True)
    out = ""
    index = 0
    after = False
    while index < len(text):
        form = next((f for f in forms if text.startswith(f, index)), None)
        if form is None:
            if after and is_word(text[index]):
                out += " "
            out += text[index]
            after = False
            index += 1
            continue
        if out and is_word(out[-1]):
            out += " "
        out += terms[form]
        after = True
        index += len(form)
    return out


def source_line(zh, terms=None):
    return numerals.write(write_terms(zh, terms)).translate(STRAIGHT).strip()


def number_codes(zh, en):
    """Codes as {1}, {2} … in the order of the source, in both texts; None where the two do not hold the same codes."""
    zh, en = MARKUP.sub("", zh), MARKUP.sub("", en)
    codes = CODES.findall(zh)
    if sorted(codes) != sorted(CODES.findall(en)):
        return None
    numbers = {code: index + 1 for index, code in enumerate(dict.fromkeys(codes))}
    put = lambda match: "{%d}" % numbers[match.group()]
    return CODES.sub(put, zh), CODES.sub(put, en)


def lines_of(zh, en):
    """The pair as the lines that the product asks for: at forced breaks, without codes of markup and without chapter numbers.
    An empty list where the two do not fit."""
    out = []
    zhs, ens = re.split(r"\\n|\n", zh), re.split(r"\\n|\n", en)
    if len(zhs) != len(ens):
        zhs, ens = [zh.replace("\\n", " ").replace("\n", " ")], [en.replace("\\n", " ").replace("\n", " ")]
    for z, e in zip(zhs, ens):
        pair = number_codes(z.strip(), e.strip())
        if pair is None:
            return []
        z, e = pair
        if HEADING.match(z) and ENGLISH_HEADING.match(e):
            z, e = HEADING.sub("", z), ENGLISH_HEADING.sub("", e)
            z = z.removeprefix("《").removesuffix("》") if z.startswith("《") and z.endswith("》") else z
        z, e = z.strip(), e.strip()
        e = numerals.match_digits(z, e)
        if not HAN.search(z) or not e or HAN.search(e):
            continue
        out.append((z, e))
    return out


def line(zh):
    return f"Chinese: {zh}\nEnglish:"
