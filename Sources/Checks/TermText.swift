package import Text

/// A text of the target as a row of words, so that a term is found whatever stands around or inside it: case, white space, hyphens, line
/// breaks, the shapes of apostrophes and quotation marks make no difference. Text of a script that sets no spaces is taken apart into
/// characters.
package struct TermText: Sendable {
    package struct Word: Hashable, Sendable {
        /// In small letters, without apostrophes.
        package var text: String
        /// Without what follows its apostrophe, when something does: `lin` of `Lin's`, `dong` of `Dong'un`.
        package var base: String?
        /// Scalar offsets in the text.
        package var range: Range<Int>
        package var isCapital: Bool
        /// Stands where every word has a capital: at the start of a sentence, of speech, of a line.
        package var startsSentence: Bool
        /// Inside quotation marks.
        package var isSpeech: Bool
        /// Number of its sentence in the text, from 0; speech and narration are sentences of their own.
        package var sentence: Int
        /// What stands before it keeps it apart from the word before: a comma, a full stop.
        package var isApart: Bool
        /// A hyphen ties it to the word before.
        package var isTied: Bool

        /// The word without an ending behind an apostrophe.
        package var stripped: String { base ?? text }
    }

    package private(set) var words: [Word] = []
    /// Whether any of the text stands in quotation marks.
    package private(set) var hasSpeech = false

    /// Reads the plain text of a unit: what `InlineText.plain` gives.
    package init(_ text: String, locale: LanguageTag) {
        var reader = TermTextReader(locale: locale)
        reader.read(text)
        words = reader.words
        hasSpeech = reader.hasSpeech
    }
}

/// Takes a text apart in one pass over its scalars.
private struct TermTextReader {
    var words: [TermText.Word] = []
    var hasSpeech = false
    /// The language writes a short word and an apostrophe before another one: l'épée, dell'uomo.
    private let elides: Bool
    private let isEnglish: Bool
    /// The language sets case endings of names apart: Dong'un.
    private let setsEndingsApart: Bool
    private var bytes: [UInt8] = []
    private var start = -1
    private var baseLength = -1
    private var isCapital = false
    private var startsSentence = true
    private var isApart = true
    private var isTied = false
    private var depth = 0
    private var offset = 0
    private var sentence = 0
    private var endsSentence = false

    init(locale: LanguageTag) {
        elides = ["fr", "it", "ca"].contains(locale.language)
        isEnglish = locale.language == "en"
        setsEndingsApart = ["tr", "az", "uz", "kk", "crh"].contains(locale.language)
        bytes.reserveCapacity(32)
    }

    mutating func read(_ text: String) {
        words.reserveCapacity(text.utf8.count / 5)
        var iterator = text.unicodeScalars.makeIterator()
        var current = iterator.next()
        while let scalar = current {
            let next = iterator.next()
            take(scalar, next)
            offset += 1
            current = next
        }
        finish()
    }

    private mutating func take(_ scalar: Unicode.Scalar, _ next: Unicode.Scalar?) {
        let value = scalar.value
        switch value {
        case 0x61...0x7A, 0x30...0x39: add(UInt8(value), capital: false)
        case 0x41...0x5A: add(UInt8(value + 0x20), capital: true)
        case _ where Self.isApostrophe(value) && start >= 0 && next.map(Self.isLetter) == true:
            if elides {
                finish()
            } else {
                baseLength = bytes.count
            }
        case 0..<0x80: mark(scalar, next)
        default:
            if Self.standsAlone(scalar) {
                finish()
                start = offset
                bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                offset += 1
                finish()
                offset -= 1
            } else if Self.isLetter(scalar) || (start >= 0 && (0x300...0x36F).contains(value)) {
                addWide(scalar)
            } else {
                mark(scalar, next)
            }
        }
    }

    private mutating func add(_ byte: UInt8, capital: Bool) {
        if start < 0 {
            start = offset
            isCapital = capital
        }
        bytes.append(byte)
    }

    private mutating func addWide(_ scalar: Unicode.Scalar) {
        let lower = scalar.properties.lowercaseMapping
        if start < 0 {
            start = offset
            isCapital = scalar.isCapital
        }
        bytes.append(contentsOf: lower.utf8)
    }

    private mutating func mark(_ scalar: Unicode.Scalar, _ next: Unicode.Scalar?) {
        let last = words.count
        finish()
        switch scalar {
        case "-", "‐", "‑": isTied = !words.isEmpty
        case " ", "\t", "\u{A0}", "\u{202F}", "\u{2009}", "·", "・", "'", "’", "ʼ", "\u{FFFC}", "\u{200B}", "\u{AD}",
            "*", "_":
            break
        case "\n", "\r": startsSentence = true
        case ".":
            // Mr. Lu: the full stop of a short title keeps nothing apart.
            if words.count > last || !words.isEmpty, let word = words.last, Self.abbreviations.contains(word.text),
                next == " "
            {
                break
            }
            isApart = true
            startsSentence = true
            endsSentence = true
        case "!", "?", "…", "。", "！", "？", ":", ";", "：", "；", "—", "–", "(", "[", "（", "【", "¿", "¡":
            isApart = true
            startsSentence = true
            if "!?…。！？".unicodeScalars.contains(scalar) { endsSentence = true }
        case "“", "«", "„", "「", "『", "‘":
            // German closes with the mark that English opens with.
            if scalar == "“", depth > 0, isGermanOpen { close() } else { open(scalar) }
        case "”", "»", "」", "』": close()
        case "\"", "＂": depth > 0 ? close() : open(scalar)
        default: isApart = true
        }
    }

    private var isGermanOpen = false

    private mutating func open(_ mark: Unicode.Scalar) {
        if mark != "‘" {
            depth += 1
            hasSpeech = true
        }
        isGermanOpen = mark == "„"
        startsSentence = true
    }

    private mutating func close() {
        depth = max(0, depth - 1)
        isGermanOpen = false
        startsSentence = true
    }

    private mutating func finish() {
        guard start >= 0 else { return }
        let text = String(decoding: bytes, as: UTF8.self)
        if let last = words.last, endsSentence || last.isSpeech != (depth > 0) { sentence += 1 }
        endsSentence = false
        var base: String?
        if baseLength > 0, baseLength < bytes.count, isEnding(bytes[baseLength...]) {
            base = String(decoding: bytes[..<baseLength], as: UTF8.self)
        }
        words.append(
            TermText.Word(
                text: text,
                base: base,
                range: start..<offset,
                isCapital: isCapital,
                startsSentence: startsSentence,
                isSpeech: depth > 0,
                sentence: sentence,
                isApart: isApart,
                isTied: isTied
            )
        )
        bytes.removeAll(keepingCapacity: true)
        start = -1
        baseLength = -1
        isCapital = false
        startsSentence = false
        isApart = false
        isTied = false
    }

    /// Whether what follows an apostrophe is no part of the word: Lin's, but not Huai'an.
    private func isEnding(_ ending: ArraySlice<UInt8>) -> Bool {
        if setsEndingsApart { return true }
        if isEnglish { return Self.contractions.contains { ending.elementsEqual($0.utf8) } }
        return ending.elementsEqual("s".utf8)
    }

    private static let contractions = ["s", "d", "ll", "re", "ve", "m", "t"]

    private static let abbreviations: Set<String> = [
        "mr", "mrs", "ms", "dr", "st", "sr", "sra", "srta", "jr", "prof", "mme", "mlle", "hr", "fr", "dott", "sig",
    ]

    private static func isApostrophe(_ value: UInt32) -> Bool {
        value == 0x27 || value == 0x2019 || value == 0x2BC || value == 0x2018
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39: true
        case 0..<0xAA: false
        case 0xC0...0x24F: scalar.value != 0xD7 && scalar.value != 0xF7
        case 0x2000...0x2BFF: false
        default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
    }

    /// Characters of scripts that set no spaces: Han, kana, Thai, Lao, Burmese, Khmer.
    private static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0E01...0x0EDF, 0x1000...0x109F, 0x1780...0x17DD: true
        default: scalar.isHan || scalar.isKana
        }
    }
}
