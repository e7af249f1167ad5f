package import Text

/// What a memory's file holds: an entry, in the place of an earlier one or not, or that one is taken out.
///
/// Payload of an entry: 1; source and target text; both locales; offset + 1 of the record that it replaces, or 0; state; origin
/// with its name or rate; time of the last change as a double, not a number where it is not known; a byte that says which of before,
/// after, key, document and note follow; these; the codes of source and target. Payload of a removal: 2; offset.
package enum MemoryRecord: Hashable, Sendable {
    case entry(MemoryEntry, replacing: Int?)
    case removal(of: Int)

    package var payload: [UInt8] {
        var writer = RecordWriter()
        switch self {
        case .removal(let offset):
            writer.put(UInt8(2))
            writer.put(UInt64(offset))
        case .entry(let entry, let replaced):
            writer.put(UInt8(1))
            Self.put(entry, replaced, &writer)
        }
        return writer.bytes
    }

    /// Nil for bytes that are no record.
    package init?(_ bytes: UnsafeRawBufferPointer) {
        var reader = RecordReader(bytes)
        switch reader.byte() {
        case 1:
            guard let (entry, replaced) = Self.entry(&reader) else { return nil }
            self = .entry(entry, replacing: replaced)
        case 2:
            guard let offset = reader.number(), offset < 1 << 47 else { return nil }
            self = .removal(of: Int(offset))
        default: return nil
        }
    }

    /// Where the texts and locales of an entry stand in its payload, without making anything of them; nil for what is no entry.
    package static func ranges(in bytes: UnsafeRawBufferPointer) -> Ranges? {
        var reader = RecordReader(bytes)
        guard reader.byte() == 1, let source = reader.range(), let target = reader.range(),
            let from = reader.range(), let to = reader.range()
        else { return nil }
        return Ranges(source: source, target: target, sourceLocale: from, targetLocale: to)
    }

    package struct Ranges: Sendable {
        package var source: Range<Int>
        package var target: Range<Int>
        package var sourceLocale: Range<Int>
        package var targetLocale: Range<Int>
    }

    // MARK: Entries

    private static let states: [Translation.State] = [.initial, .translated, .reviewed, .final]
    private static let roles: [InlineCode.Role] = [.open, .close, .standalone]
    private static let kinds: [InlineCode.Kind] = [
        .markup, .lineBreak, .ruby, .anchor, .object, .placeholder, .character, .comment,
    ]

    private static func put(_ entry: MemoryEntry, _ replaced: Int?, _ writer: inout RecordWriter) {
        writer.put(entry.source.text)
        writer.put(entry.target.text)
        writer.put(entry.sourceLocale.description)
        writer.put(entry.targetLocale.description)
        writer.put(UInt64(replaced.map { $0 + 1 } ?? 0))
        writer.put(UInt8(states.firstIndex(of: entry.state) ?? 0))
        switch entry.origin {
        case .human(let name):
            writer.put(UInt8(0))
            writer.put(name)
        case .engine(let name):
            writer.put(UInt8(1))
            writer.put(name)
        case .memory(let rate):
            writer.put(UInt8(2))
            writer.put(UInt64(max(0, rate)))
        case .rule: writer.put(UInt8(3))
        }
        writer.putWhole((entry.changed ?? .nan).bitPattern)
        var parts: UInt8 = 0
        if entry.before != nil { parts |= 1 }
        if entry.after != nil { parts |= 2 }
        if entry.key != nil { parts |= 4 }
        if entry.document != nil { parts |= 8 }
        if entry.note != nil { parts |= 16 }
        writer.put(parts)
        if let before = entry.before { writer.putWhole(before) }
        if let after = entry.after { writer.putWhole(after) }
        for text in [entry.key, entry.document, entry.note] {
            if let text { writer.put(text) }
        }
        put(entry.source.codes, &writer)
        put(entry.target.codes, &writer)
    }

    private static func put(_ codes: [InlineCode], _ writer: inout RecordWriter) {
        writer.put(UInt64(codes.count))
        for code in codes {
            writer.put(UInt64(UInt32(truncatingIfNeeded: code.id)))
            let role = UInt8(roles.firstIndex(of: code.role) ?? 2)
            writer.put(role << 4 | UInt8(kinds.firstIndex(of: code.kind) ?? 0))
            writer.put(code.data)
            writer.put(code.visible)
        }
    }

    private static func entry(_ reader: inout RecordReader) -> (MemoryEntry, replaced: Int?)? {
        guard let source = reader.text(), let target = reader.text(),
            let from = reader.text().flatMap({ LanguageTag($0) }), let to = reader.text().flatMap({ LanguageTag($0) }),
            let replaced = reader.number(), replaced < 1 << 47,
            let state = reader.byte(), Int(state) < states.count, let origin = origin(&reader),
            let changed = reader.whole().map({ Double(bitPattern: $0) }), let parts = reader.byte()
        else { return nil }
        var before: UInt64?
        var after: UInt64?
        if parts & 1 != 0 { before = reader.whole() }
        if parts & 2 != 0 { after = reader.whole() }
        let key = parts & 4 != 0 ? reader.text() : nil
        let document = parts & 8 != 0 ? reader.text() : nil
        let note = parts & 16 != 0 ? reader.text() : nil
        guard let sourceText = text(source, &reader), let targetText = text(target, &reader) else { return nil }
        let entry = MemoryEntry(
            source: sourceText,
            target: targetText,
            sourceLocale: from,
            targetLocale: to,
            before: before,
            after: after,
            key: key,
            document: document,
            origin: origin,
            state: states[Int(state)],
            changed: changed.isNaN ? nil : changed,
            note: note
        )
        return (entry, replaced == 0 ? nil : Int(replaced) - 1)
    }

    private static func origin(_ reader: inout RecordReader) -> Translation.Origin? {
        switch reader.byte() {
        case 0: reader.text().map { .human($0) }
        case 1: reader.text().map { .engine($0) }
        case 2: reader.number().map { .memory(rate: Int(min($0, 101))) }
        case 3: .rule
        default: nil
        }
    }

    private static func text(_ text: String, _ reader: inout RecordReader) -> InlineText? {
        guard let count = reader.number() else { return nil }
        guard count > 0 else { return InlineText(text: text, codes: []) }
        var codes: [InlineCode] = []
        for _ in 0..<count {
            guard let id = reader.number(), id <= UInt64(UInt32.max), let kind = reader.byte(),
                Int(kind >> 4) < roles.count, Int(kind & 0xF) < kinds.count,
                let data = reader.text(), let visible = reader.text()
            else { return nil }
            let number = Int(Int32(truncatingIfNeeded: id))
            let code = InlineCode(
                id: number,
                role: roles[Int(kind >> 4)],
                kind: kinds[Int(kind & 0xF)],
                data: data,
                visible: visible
            )
            codes.append(code)
        }
        return InlineText(text: text, codes: codes)
    }
}
