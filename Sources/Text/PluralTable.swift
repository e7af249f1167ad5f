/// The cardinal plural rules of CLDR 47 (https://www.unicode.org/cldr/charts/47/supplemental/language_plural_rules.html), one
/// row for the languages of one rule: its categories with the first numbers of each; decimals where no whole number has it.
enum PluralTable {
    static let rows: [(languages: String, categories: String)] = [
        (
            "af an asa ast az bal bem bez bg brx ce cgg chr ckb da de dv ee el en eo et eu fi fo fur fy "
                + "gl gsw ha haw hu ia io jgo jmc ka kaj kcg kk kkj kl ks ksb ku ky lb lg lij mas mgo ml mn "
                + "mr nb nd ne nl nn nnh no nr ny nyn om or os pap ps rm rof rwk saq sc sd sdh seh sn so sq "
                + "ss ssy st sv sw syr ta te teo tig tk tn tr ts ug ur uz ve vo vun wae xh xog yi",
            "one 1 | other 0, 2, 3, 4"
        ),
        (
            "ak am as bho bn csw doi fa ff gu hi hy kab kn ln mg nso pa pcm si ti wa zu",
            "one 0, 1 | other 2, 3, 4, 5"
        ),
        ("ar", "zero 0 | one 1 | two 2 | few 3, 4, 5, 6 | many 11, 12, 13, 14 | other 100, 101, 102, 200"),
        ("be ru uk", "one 1, 21, 31, 41 | few 2, 3, 4, 22 | many 0, 5, 6, 7 | other 0.1, 0.5, 1.5"),
        ("blo ksh lag", "zero 0 | one 1 | other 2, 3, 4, 5"),
        (
            "bm bo dz hnj id ig ii ja jbo jv kde kea km ko lkt lo ms my nqo osa sah ses sg su th to tpi "
                + "vi wo yo yue zh",
            "other 0, 1, 2, 3"
        ),
        (
            "br",
            "one 1, 21, 31, 41 | two 2, 22, 32, 42 | few 3, 4, 9, 23 | many 1000000, 2000000, 3000000 | other 0, 5, 6, 7"
        ),
        ("bs hr sr", "one 1, 21, 31, 41 | few 2, 3, 4, 22 | other 0, 5, 6, 7"),
        ("ca es it lld pt-PT scn vec", "one 1 | many 1000000, 2000000, 3000000 | other 0, 2, 3, 4"),
        ("ceb fil", "one 0, 1, 2, 3 | other 4, 6, 9, 14"),
        ("cs sk", "one 1 | few 2, 3, 4 | many 0.1, 0.5, 1.5 | other 0, 5, 6, 7"),
        ("cy", "zero 0 | one 1 | two 2 | few 3 | many 6 | other 4, 5, 7, 8"),
        ("dsb hsb sl", "one 1, 101, 201, 301 | two 2, 102, 202, 302 | few 3, 4, 103, 104 | other 0, 5, 6, 7"),
        ("fr ht pt", "one 0, 1 | many 1000000, 2000000, 3000000 | other 2, 3, 4, 5"),
        ("ga", "one 1 | two 2 | few 3, 4, 5, 6 | many 7, 8, 9, 10 | other 0, 11, 12, 13"),
        ("gd", "one 1, 11 | two 2, 12 | few 3, 4, 5, 6 | other 0, 20, 21, 22"),
        (
            "gv",
            "one 1, 11, 21, 31 | two 2, 12, 22, 32 | few 0, 20, 40, 60 | many 0.1, 0.5, 1.5 | other 3, 4, 5, 6"
        ),
        ("he iu naq sat se sma smj smn sms", "one 1 | two 2 | other 0, 3, 4, 5"),
        ("is mk", "one 1, 21, 31, 41 | other 0, 2, 3, 4"),
        (
            "kw",
            "zero 0 | one 1 | two 2, 22, 42, 62 | few 3, 23, 43, 63 | many 21, 41, 61, 81 | other 4, 5, 6, 7"
        ),
        ("lt", "one 1, 21, 31, 41 | few 2, 3, 4, 5 | many 0.1, 0.5, 1.5 | other 0, 10, 11, 12"),
        ("lv prg", "zero 0, 10, 11, 12 | one 1, 21, 31, 41 | other 2, 3, 4, 5"),
        ("mt", "one 1 | two 2 | few 0, 3, 4, 5 | many 11, 12, 13, 14 | other 20, 21, 22, 23"),
        ("pl", "one 1 | few 2, 3, 4, 22 | many 0, 5, 6, 7 | other 0.1, 0.5, 1.5"),
        ("ro", "one 1 | few 0, 2, 3, 4 | other 20, 21, 22, 23"),
        ("shi", "one 0, 1 | few 2, 3, 4, 5 | other 11, 12, 13, 14"),
        ("tzm", "one 0, 1, 11, 12 | other 2, 3, 4, 5"),
    ]
}
