import Text

/// Writes one XML file of a Word document with its translations; every byte outside of translated paragraphs is copied.
struct DOCXPartWriter {
    private(set) var findings: [Finding] = []
    private let part: DOCXPart
    private let xml: XMLFile
    private let units: ArraySlice<Unit>
    private let edition: Edition
    private let file: String
    private var output: [UInt8] = []
    private var edits: [Edit] = []

    /// A paragraph with a translation, at the bytes that change.
    private struct Edit {
        var range: Range<Int>
        var paragraph: DOCXParagraph
        var translation: InlineText
        var unit: Unit
        var isCopy: Bool
    }

    init(_ part: DOCXPart, units: ArraySlice<Unit>, edition: Edition, file: String) {
        self.part = part
        xml = part.xml
        self.units = units
        self.edition = edition
        self.file = file
    }

    mutating func write() -> [UInt8] {
        for (unit, paragraph) in zip(units, part.paragraphs) {
            guard let translation = edition.texts[unit.key] else { continue }
            let isCopy = edition.layout == .bilingual
            let end = unit.kind == .heading ? paragraph.hole.upperBound : paragraph.element.upperBound
            edits.append(
                Edit(
                    range: isCopy ? end..<end : paragraph.hole,
                    paragraph: paragraph,
                    translation: translation,
                    unit: unit,
                    isCopy: isCopy
                )
            )
        }
        edits.sort { $0.range.lowerBound < $1.range.lowerBound }
        output.reserveCapacity(xml.bytes.count + xml.bytes.count / 4)
        append(range: 0..<xml.bytes.count)
        return output
    }

    /// Bytes of the file, with the translated paragraphs in them: a text box is part of the paragraph that holds it.
    private mutating func append(range: Range<Int>) {
        var copied = range.lowerBound
        var index = firstEdit(from: range.lowerBound)
        while index < edits.count, edits[index].range.upperBound <= range.upperBound {
            let edit = edits[index]
            index += 1
            guard edit.range.lowerBound >= copied else { continue }
            // Its own hole may be all of the range: then it is the code that is being written.
            output += xml.bytes[copied..<edit.range.lowerBound]
            append(edit)
            copied = edit.range.upperBound
        }
        output += xml.bytes[copied..<range.upperBound]
    }

    private func firstEdit(from offset: Int) -> Int {
        var low = 0
        var high = edits.count
        while low < high {
            let middle = (low + high) / 2
            if edits[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private mutating func append(_ edit: Edit) {
        guard edit.isCopy else { return append(runs: edit) }
        if edit.unit.kind == .heading {
            append("<w:r><w:br/></w:r>")
            append(runs: edit)
        } else {
            append("<w:p>")
            if let properties = edit.paragraph.paragraphProperties { append(properties: properties) }
            append(runs: edit)
            append("</w:p>")
        }
    }

    /// The properties of a paragraph, without the end of a section and the record of a change.
    private mutating func append(properties: Range<Int>) {
        var copied = properties.lowerBound
        guard let start = xml.tokens.firstIndex(at: properties.lowerBound), let end = xml.tokens[start].partner else {
            return
        }
        for token in xml.tokens[start..<end] where token.kind == .startTag {
            guard xml.isNamed("w:sectPr", token) || xml.isNamed("w:pPrChange", token) || xml.isNamed("w:ins", token),
                token.range.lowerBound >= copied
            else { continue }
            output += xml.bytes[copied..<token.range.lowerBound]
            copied = token.partner.map { xml.tokens[$0].range.upperBound } ?? token.range.upperBound
        }
        output += xml.bytes[copied..<properties.upperBound]
    }

    // MARK: runs

    private mutating func append(runs edit: Edit) {
        let repaired = CodeRepair.repair(edit.translation)
        var wasRepaired = repaired.wasRepaired
        var properties = [edit.paragraph.properties]
        var used: Set<Int> = []
        var isFirst = true
        for part in repaired.parts {
            switch part {
            case .text(let run):
                let indent = isFirst && edition.target.writesHan ? edit.paragraph.indent : ""
                append(text: indent + run, properties: properties.last ?? nil)
                isFirst = false
            case .code(let code):
                guard
                    let index = edit.paragraph.codes.firstIndex(where: { $0.id == code.id && $0.role == code.role })
                else {
                    wasRepaired = wasRepaired || code.kind != .character
                    append(text: code.kind == .character ? code.data : code.visible, properties: properties.last ?? nil)
                    break
                }
                let known = edit.paragraph.codes[index]
                // A bookmark, a reference or a picture must not be there twice.
                if known.role == .standalone, known.kind == .anchor || known.kind == .object {
                    guard !edit.isCopy else { break }
                    guard used.insert(index).inserted else {
                        wasRepaired = true
                        break
                    }
                }
                append(known, &properties)
            }
        }
        guard wasRepaired else { return }
        findings.append(
            Finding(
                "codes-repaired",
                .warning,
                "Inline codes of the translation are unbalanced, repeated or unknown; they were repaired. Check the markup.",
                at: Finding.Place(file: file, unit: edit.unit.key)
            )
        )
    }

    private mutating func append(_ code: DOCXParagraph.Code, _ properties: inout [Range<Int>?]) {
        switch code.content {
        case .properties(let new): properties.append(new)
        case .endOfProperties: if properties.count > 1 { properties.removeLast() }
        case .element(let range): append(range: range)
        case .inRun(let range, let own):
            append("<w:r>")
            if let own { append(range: own) }
            append(range: range)
            append("</w:r>")
        }
    }

    private mutating func append(text: String, properties: Range<Int>?) {
        guard !text.isEmpty else { return }
        append("<w:r>")
        if let properties { append(range: properties) }
        var isFirst = true
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            if !isFirst { append("<w:br/>") }
            isFirst = false
            guard let first = line.first, let last = line.last else { continue }
            let keepsSpace = first.isWhitespace || last.isWhitespace || line.contains("  ")
            append(keepsSpace ? "<w:t xml:space=\"preserve\">" : "<w:t>")
            append(XMLText.escape(line))
            append("</w:t>")
        }
        append("</w:r>")
    }

    private mutating func append(_ text: String) { output += Array(text.utf8) }
}
