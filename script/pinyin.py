"""Writes pinyin.tsv from the installed package pypinyin. Usage: pinyin.py FOLDER

On each line Han characters, a tab and their syllables without tones, with spaces between. Characters first, each with its
most usual reading; then the words in which a character is read otherwise.
"""

import json
import shutil
import sys
import unicodedata
from importlib import metadata
from pathlib import Path

TONES = "\u0300\u0301\u0304\u030c\u0302"


def toneless(syllable):
    letters = unicodedata.normalize("NFD", syllable)
    return unicodedata.normalize("NFC", "".join(letter for letter in letters if letter not in TONES))


def is_han(character):
    code = ord(character)
    return code in (0x3005, 0x3007) or any(
        low <= code <= high for low, high in ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF))
    )


def main(folder):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    package = Path(metadata.distribution("pypinyin").locate_file("pypinyin"))
    readings = json.loads((package / "pinyin_dict.json").read_text(encoding="utf-8"))
    words = json.loads((package / "phrases_dict.json").read_text(encoding="utf-8"))
    usual = {chr(int(code)): toneless(syllables.split(",")[0]) for code, syllables in readings.items() if is_han(chr(int(code)))}
    lines = [f"{character}\t{syllable}" for character, syllable in sorted(usual.items())]
    for word, syllables in sorted(words.items()):
        spoken = [toneless(choice[0]) for choice in syllables]
        if len(word) > 16 or len(spoken) != len(word) or any(character not in usual for character in word):
            continue
        if spoken != [usual[character] for character in word]:
            lines.append(f"{word}\t{' '.join(spoken)}")
    (folder / "pinyin.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for file in metadata.distribution("pypinyin").files or []:
        if file.name.upper().startswith("LICENSE"):
            shutil.copy(file.locate(), folder / "LICENSE.pypinyin.txt")
            break


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
