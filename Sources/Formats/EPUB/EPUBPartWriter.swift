import Text

/// Writes one file of a book with its translations in the holes; every byte outside them is copied.
struct EPUBPartWriter {
    private(set) var findings: [Finding] = []
    private let part: EPUBPart
    private let xml: XMLFile
    private let edition: Edition
    private let file: String
    private let isBilingual: Bool
    /// Whether anything of this file is translated.
    private let isTranslated: Bool
    private var output: [UInt8] = []
    private let references: HTMLReferences

    init(_ part: EPUBPart, edition: Edition, file: String, references: HTMLReferences = HTMLReferences()) {
        self.references = references
        self.part = part
        xml = part.xml
        self.edition = edition
        self.file = "\(file)!\(part.path)"
        isBilingual = edition.layout == .bilingual
        // The package speaks for the whole book, and is only written when something is translated.
        isTranslated = part.kind == .package || part.units.contains { edition.texts[$0.key] != nil }
    }

    /// The file in UTF-8.
    mutating func write() -> [UInt8] {
        guard isTranslated else { return xml.bytes }
        var written: [UInt8] = []
        written.reserveCapacity(xml.bytes.count + xml.bytes.count / 4)
        var copied = 0
        for edit in edits() {
            written += xml.bytes[copied..<edit.range.lowerBound]
            written += edit.bytes
            copied = edit.range.upperBound
        }
        written += xml.bytes[copied...]
        return written
    }

    /// What changes in the file, in the order of its bytes.
    mutating func edits() -> [(range: Range<Int>, bytes: [UInt8])] {
        guard isTranslated else { return [] }
        var edits: [(range: Range<Int>, bytes: [UInt8])] = []
        var copied = 0
        for hole in part.holes where hole.range.lowerBound >= copied && isFilled(hole.content) {
            output.removeAll(keepingCapacity: true)
            fill(hole)
            edits.append((hole.range, output))
            copied = hole.range.upperBound
        }
        return edits
    }

    /// Whether something else than its own bytes goes into a hole.
    private func isFilled(_ content: EPUBPart.Content) -> Bool {
        switch content {
        case .text(let key, _, let bilingual): edition.texts[key] != nil && !(isBilingual && bilingual == .copy)
        case .copy(let key, _, _): isBilingual && edition.texts[key] != nil
        case .attribute(let key): edition.texts[key] != nil
        case .indent(let key): !isBilingual && edition.texts[key] != nil && !edition.target.writesHan
        // A bilingual page stays in the language of its source, and its translations are marked.
        case .language: !isBilingual || part.kind == .package
        case .direction: !isBilingual && edition.target.isRightToLeft
        }
    }

    private mutating func fill(_ hole: EPUBPart.Hole) {
        switch hole.content {
        case .text(let key, let codes, let bilingual):
            guard let text = edition.texts[key] else { return }
            guard isBilingual, case .inside(let prefix) = bilingual else {
                append(text, key: key, codes: codes, isCopy: false)
                return
            }
            append(range: hole.range)
            append("<\(prefix)br/><\(prefix)span\(languageAttributes)>")
            append(text, key: key, codes: codes, isCopy: true)
            append("</\(prefix)span>")
        case .copy(let key, let codes, let copy):
            if let text = edition.texts[key] { append(copy, text, key: key, codes: codes) }
        case .attribute(let key):
            if let text = edition.texts[key] { append(references.write(XMLText.escapeAttribute(text.plain))) }
        case .indent: break
        case .language(let quote):
            let isBare = quote == nil && part.kind != .package
            append(isBare ? "\"\(edition.target)\"" : "\(edition.target)")
        case .direction: append(" dir=\"rtl\"")
        }
    }

    // MARK: Translations

    private mutating func append(_ text: InlineText, key: String, codes: [EPUBPart.Code], isCopy: Bool) {
        let repaired = CodeRepair.repair(text)
        var wasRepaired = repaired.wasRepaired
        var used: Set<Int> = []
        for part in repaired.parts {
            switch part {
            case .text(let run): append(references.write(XMLText.escape(run)))
            case .code(let code):
                if let index = codes.firstIndex(where: { $0.id == code.id && $0.role == code.role }) {
                    // What is there a second time must not bring its id along.
                    let isRepeated = !used.insert(index).inserted
                    append(range: codes[index].range, withoutIDs: isCopy || isRepeated)
                    if isRepeated { wasRepaired = true }
                } else if code.kind == .character {
                    append(references.write(XMLText.escape(code.data)))
                } else {
                    append(XMLText.escape(code.visible))
                    wasRepaired = true
                }
            }
        }
        guard wasRepaired else { return }
        let message =
            "Inline codes of the translation are unbalanced, repeated or unknown; they were repaired. Check the markup."
        findings.append(Finding("codes-repaired", .warning, message, at: Finding.Place(file: file, unit: key)))
    }

    /// The element again, without ids, in the language of the translation.
    private mutating func append(_ copy: EPUBPart.Copy, _ text: InlineText, key: String, codes: [EPUBPart.Code]) {
        append("\n")
        appendTag(xml.tokens[copy.element], without: ["id", "xml:id", "lang", "xml:lang", "dir"])
        append(languageAttributes + ">")
        for wrapper in copy.wrappers {
            appendTag(xml.tokens[wrapper], without: ["id", "xml:id"])
            append(">")
        }
        append(text, key: key, codes: codes, isCopy: true)
        for start in copy.wrappers.reversed() + [copy.element] {
            if let end = xml.tokens[start].partner { output += xml.bytes[xml.tokens[end].range] }
        }
    }

    /// A start tag up to its `>`.
    private mutating func appendTag(_ tag: XMLToken, without names: Set<String>) {
        output.append(UInt8(ascii: "<"))
        output += xml.bytes[tag.name]
        for attribute in xml.attributes(of: tag) where !names.contains(xml.string(attribute.name)) {
            append(" \(xml.string(attribute.name))=\"")
            append(range: attribute.value)
            append("\"")
        }
    }

    private var languageAttributes: String {
        " lang=\"\(edition.target)\" xml:lang=\"\(edition.target)\""
            + (edition.target.isRightToLeft == edition.source.isRightToLeft
                ? "" : edition.target.isRightToLeft ? " dir=\"rtl\"" : " dir=\"ltr\"")
    }

    // MARK: Bytes

    private mutating func append(_ text: String) { output += Array(text.utf8) }

    /// Bytes of the file, with the translated attributes in them.
    private mutating func append(range: Range<Int>, withoutIDs: Bool = false) {
        var edits: [(range: Range<Int>, text: String)] = []
        for hole in part.holes[firstHole(from: range.lowerBound)...] {
            guard hole.range.lowerBound < range.upperBound else { break }
            guard case .attribute(let key) = hole.content, hole.range.upperBound <= range.upperBound,
                let text = edition.texts[key]
            else { continue }
            edits.append((hole.range, references.write(XMLText.escapeAttribute(text.plain))))
        }
        if withoutIDs { edits += ids(in: range).map { ($0, "") } }
        edits.sort { $0.range.lowerBound < $1.range.lowerBound }
        var copied = range.lowerBound
        for edit in edits where edit.range.lowerBound >= copied {
            output += xml.bytes[copied..<edit.range.lowerBound]
            append(edit.text)
            copied = edit.range.upperBound
        }
        output += xml.bytes[copied..<range.upperBound]
    }

    private func firstHole(from offset: Int) -> Int {
        var low = 0
        var high = part.holes.count
        while low < high {
            let middle = (low + high) / 2
            if part.holes[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The `id` attributes of the tags in a range, with the space before them.
    private func ids(in range: Range<Int>) -> [Range<Int>] {
        var low = 0
        var high = xml.tokens.count
        while low < high {
            let middle = (low + high) / 2
            if xml.tokens[middle].range.lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        var ids: [Range<Int>] = []
        for token in xml.tokens[low...] {
            guard token.range.upperBound <= range.upperBound else { break }
            for attribute in xml.attributes(of: token) where ["id", "xml:id"].contains(xml.string(attribute.name)) {
                let end = attribute.value.upperBound + (attribute.quote == nil ? 0 : 1)
                ids.append(attribute.name.lowerBound - 1..<end)
            }
        }
        return ids
    }
}
