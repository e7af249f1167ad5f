import Text

/// A place for a text, and the tags that must be written around it where the file has none.
struct XMLHole: Sendable {
    var slot: XMLSlot
    var before = ""
    var after = ""

    init(_ slot: XMLSlot, before: String = "", after: String = "") {
        self.slot = slot
        self.before = before
        self.after = after
    }

    /// The content of an element, also of `<target/>`; nil for one that is never closed.
    ///
    /// Edits of attributes in the tag of `<target/>`, which is written anew, are taken out of `edits`.
    init?(inside index: Int, of xml: XMLFile, edits: inout [XMLEdit]) {
        if let range = xml.inside(index) {
            self.init(XMLSlot(range: range))
        } else if xml.tokens[index].isSelfClosing {
            let token = xml.tokens[index]
            var tag = ""
            var copied = token.range.lowerBound
            let end = token.range.upperBound - 2
            let own = edits.filter { $0.range.lowerBound >= copied && $0.range.upperBound <= end }
            for edit in own.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
                tag += xml.string(copied..<edit.range.lowerBound) + edit.text
                copied = edit.range.upperBound
            }
            tag += xml.string(copied..<end)
            edits.removeAll { own.contains($0) }
            while tag.last?.isWhitespace == true { tag.removeLast() }
            self.init(XMLSlot(range: token.range), before: tag + ">", after: "</\(xml.name(token))>")
        } else {
            return nil
        }
    }
}

/// A change that goes with the translation of a unit.
struct XMLEdit: Sendable, Hashable {
    var range: Range<Int>
    var text: String
}

extension XMLHole {
    /// The hole for the translation of a source: with its markup, and as CDATA where the source or what stands there is.
    func holding(_ source: XMLSlot, existing: XMLSlot?) -> XMLHole {
        var hole = self
        if let existing, existing.container == .cdata {
            hole.slot.range = existing.range
            hole.slot.container = .cdata
        } else if existing == nil, source.container == .cdata {
            hole.before += "<![CDATA["
            hole.after = "]]>" + hole.after
            hole.slot.container = .cdata
        }
        hole.slot.markup = source.markup
        return hole
    }

    init?(inside index: Int, of xml: XMLFile) {
        var edits: [XMLEdit] = []
        self.init(inside: index, of: xml, edits: &edits)
    }
}

extension XMLFile {
    /// The attribute set to a value, or nothing where it is that already or not there; nil takes it away.
    func edit(_ name: StaticString, of index: Int, to value: String?) -> XMLEdit? {
        guard let attribute = local(name, of: index), attribute.quote != nil else { return nil }
        guard let value else { return XMLEdit(range: whole(attribute), text: "") }
        return string(attribute.value) == value ? nil : XMLEdit(range: attribute.value, text: value)
    }

    /// Where another attribute can be put into a tag.
    func attributesEnd(of index: Int) -> Int {
        attributes(of: tokens[index]).last.map { whole($0).upperBound } ?? tokens[index].name.upperBound
    }
}

extension XMLPatch {
    mutating func apply(_ edits: [XMLEdit]) {
        for edit in edits { replace(edit.range, by: edit.text) }
    }

    mutating func fill(
        _ hole: XMLHole,
        with text: InlineText,
        key: String,
        encode: XMLEncode? = nil
    ) {
        replace(hole.slot.range, by: hole.before + render(text, hole.slot, key: key, encode: encode) + hole.after)
    }
}

/// Where a file names the locale of its translations.
enum XMLLanguage: Sendable {
    /// The value of an attribute, and what it says.
    case value(Range<Int>, LanguageTag?)
    /// The place behind a tag's name where the attribute can be put.
    case missing(Int, attribute: String)

    init(_ attribute: String, of index: Int, in xml: XMLFile) {
        let token = xml.tokens[index]
        if let found = xml.attribute(attribute, of: token), found.quote != nil {
            self = .value(found.value, LanguageTag(xml.string(found.value)))
        } else {
            self = .missing(xml.attributesEnd(of: index), attribute: attribute)
        }
    }

    /// Names `target`, unless the file does already.
    func write(_ target: LanguageTag, to patch: inout XMLPatch) {
        switch self {
        case .value(let range, let tag):
            if let tag, tag.agrees(with: target) { return }
            patch.replace(range, by: target.description)
        case .missing(let place, let attribute): patch.insert(" \(attribute)=\"\(target)\"", at: place)
        }
    }
}
