import Text

/// What the JSON formats keep of a file: what is to be written where, once a unit has a translation.
struct JSONSkeleton: Skeleton {
    var decoded: DecodedText
    var style: JSONStyle
    /// Strings whose whole inside is a unit, one for each unit, in the order of the file; empty where `edits` are used.
    /// A unit of a message has no place of its own.
    var strings: [JSONPlace] = []
    /// Strings of several units, in the order of the file.
    var messages: [JSONMessage] = []
    /// In any order.
    var edits: [JSONEdit] = []
}

/// The inside of a string: as small as can be, because a big file has a million of them.
struct JSONPlace: Sendable {
    var start: UInt32
    var length: UInt32

    /// No string stands there: it would have its quote before it.
    static let none = JSONPlace(0..<0)

    var isNone: Bool { start == 0 }

    init(_ range: Range<Int>) {
        start = UInt32(range.lowerBound)
        length = UInt32(range.count)
    }

    var range: Range<Int> { Int(start)..<Int(start) + Int(length) }
}

/// A change of the file.
struct JSONEdit: Sendable {
    /// The unit whose translation asks for it; nil for what every edition asks for that has any translation.
    var unit: Int?
    var place: Range<Int>
    var content: Content
    /// The target whose editions alone ask for it; nil for all.
    var target: LanguageTag?

    enum Content: Sendable {
        /// The translation with escapes, between two pieces of JSON that are written as they are.
        case text(before: String, after: String)
        /// The translation inside of a code in brackets, which ends at a comma or a bracket.
        case bracketed
        /// The same bytes whatever the translation is.
        case raw(String)
        /// The name of the target locale, as its format writes it.
        case locale(LocaleStyle)
        /// The translation broken into lines, one for each place; `more` are written behind the last.
        case lines(JSONLines)
    }

    enum LocaleStyle: Sendable {
        /// `pt-BR`
        case hyphen
        /// `pt_BR`
        case underscore

        func name(of locale: LanguageTag) -> String {
            self == .hyphen
                ? locale.description : String(locale.description.map { $0 == "-" ? "_" : $0 })
        }
    }

    init(_ unit: Int?, _ place: Range<Int>, _ content: Content) {
        self.unit = unit
        self.place = place
        self.content = content
    }

    /// The inside of a string.
    init(_ unit: Int, string place: Range<Int>) {
        self.init(unit, place, .text(before: "", after: ""))
    }
}

extension JSONSkeleton {
    /// Writes a document whose skeleton this is.
    static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        guard let skeleton = document.skeleton as? JSONSkeleton else {
            throw FormatError(
                .wrongSkeleton,
                "“\(document.file)” was read as another format. Read it again as \(document.format)."
            )
        }
        return skeleton.write(document, edition)
    }

    private func write(_ document: Document, _ edition: Edition) -> WrittenFile {
        guard !edition.texts.isEmpty else { return WrittenFile(bytes: decoded.source) }
        var patch = JSONPatch(decoded, style: style.settled(in: decoded.utf8[decoded.start...]))
        var isTranslated = false
        var next = strings.isEmpty ? messages.count : 0
        for message in messages[..<next] where patch.replace(message, in: edition) { isTranslated = true }
        for (index, place) in strings.enumerated() {
            if place.isNone {
                guard next < messages.count, messages[next].first == index else { continue }
                _ = patch.replace(messages[next], in: edition)
                next += 1
                continue
            }
            guard let text = edition.texts[document.units[index].key] else { continue }
            patch.replace(place.range, byTextOf: text)
        }
        for edit in edits {
            guard edit.target == nil || edit.target == edition.target else { continue }
            guard let unit = edit.unit, let text = edition.texts[document.units[unit].key] else { continue }
            isTranslated = true
            patch.apply(edit, text, edition)
        }
        if isTranslated {
            for edit in edits where edit.unit == nil { patch.apply(edit, InlineText(""), edition) }
        }
        return patch.write(file: document.file, encoding: edition.encoding)
    }
}
