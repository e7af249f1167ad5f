import Text

/// Fills the msgstrs of a catalog.
struct POWriter {
    private let document: Document
    private let skeleton: POSkeleton
    private let edition: Edition
    private let bytes: [UInt8]
    private var findings: [Finding] = []
    /// Fields of the header that have no place of their own.
    private var rewritten: [String: String] = [:]
    /// By the index of the form in what is written.
    private let categories: [PluralCategory?]
    /// Whether the header's formula is replaced.
    private let changesFormula: Bool

    init(_ document: Document, _ skeleton: POSkeleton, _ edition: Edition) {
        self.document = document
        self.skeleton = skeleton
        self.edition = edition
        bytes = skeleton.decoded.utf8
        let own = POPlurals.of(edition.target)
        let isPlural = zip(document.units, skeleton.places).contains { unit, place in
            place.category != nil && edition.texts[unit.key] != nil
        }
        let header = skeleton.header
        let isOwn = header?.language.map { $0.language == edition.target.language } ?? true
        if let (count, formula) = header?.plurals, isOwn {
            let found = own.categories(under: formula, count: count)
            // A formula that cannot tell the language's categories apart was not made for it.
            let isWhole = Set(found.compactMap(\.self)) == Set(own.categories)
            categories = isWhole ? found : own.categories
            changesFormula = isPlural && !isWhole
        } else {
            categories = own.categories
            changesFormula = isPlural
        }
    }

    mutating func write() -> WrittenFile {
        guard document.units.contains(where: { edition.texts[$0.key] != nil }) else {
            return WrittenFile(bytes: skeleton.decoded.source)
        }
        let patch = patch(charset: edition.encoding == .utf8 ? .utf8 : skeleton.decoded.encoding)
        var written = patch.write(file: document.file, encoding: edition.encoding)
        if written.findings.contains(where: { $0.code == "encoding-changed" }) {
            let again = self.patch(charset: .utf8).write(file: document.file, encoding: .utf8)
            written = WrittenFile(bytes: again.bytes, findings: written.findings)
        }
        written.findings += findings
        return written
    }

    private mutating func patch(charset: TextEncoding) -> TextPatch {
        var patch = TextPatch(skeleton.decoded)
        findings = []
        rewritten = [:]
        var unit = 0
        var filled = false
        for (index, entry) in skeleton.entries.enumerated() {
            let start = unit
            while unit < skeleton.places.count, skeleton.places[unit].entry == index { unit += 1 }
            let isFilled = fill(entry, units: start..<unit, &patch)
            if isFilled {
                filled = true
                clearFuzzy(entry, &patch)
            } else if changesFormula, !entry.forms.isEmpty, entry.forms.count != categories.count {
                rewriteForms(entry, texts: [:], &patch)
            }
        }
        if filled { header(&patch, charset: charset) }
        return patch
    }

    private func fill(_ entry: POEntry, units: Range<Int>, _ patch: inout TextPatch) -> Bool {
        guard entry.plural != nil || !entry.forms.isEmpty else {
            guard let unit = units.first, let text = edition.texts[document.units[unit].key] else { return false }
            let original = (skeleton.isMonolingual ? entry.string : entry.id).text(in: bytes)
            let edges = POEdges(original)
            let new = edges.before + text.literal + edges.after
            guard new != entry.string.text(in: bytes) else { return true }
            patch.replace(entry.string.range, by: skeleton.style.quoted(new, after: 7))
            return true
        }
        var texts: [Int: String] = [:]
        for unit in units {
            guard let text = edition.texts[document.units[unit].key], let category = skeleton.places[unit].category,
                let form = categories.firstIndex(of: category)
            else { continue }
            let original: POField =
                skeleton.isMonolingual
                ? entry.forms.first?.field ?? .none
                : category == .one ? entry.id : entry.plural ?? entry.id
            let edges = POEdges(original.text(in: bytes))
            texts[form] = edges.before + text.literal + edges.after
        }
        guard !texts.isEmpty else { return false }
        // A form that no number reaches has the text of the last one.
        if let last = texts.keys.max().flatMap({ texts[$0] }) {
            for index in categories.indices where categories[index] == nil { texts[index] = last }
        }
        if entry.forms.map(\.index) == Array(categories.indices) {
            for form in entry.forms {
                guard let text = texts[form.index], text != form.field.text(in: bytes) else { continue }
                patch.replace(form.field.range, by: skeleton.style.quoted(text, after: 10))
            }
        } else {
            rewriteForms(entry, texts: texts, &patch)
        }
        return true
    }

    /// Writes as many forms as the target has; those without a new text keep what they have.
    private func rewriteForms(_ entry: POEntry, texts: [Int: String], _ patch: inout TextPatch) {
        guard let first = entry.forms.first, let last = entry.forms.last else { return }
        let lines = categories.indices.map { index in
            let keyword = "msgstr[\(index)] "
            if let text = texts[index] { return keyword + skeleton.style.quoted(text, after: keyword.utf8.count) }
            let old = entry.forms.first { $0.index == index }
            return keyword + (old.map { String(decoding: bytes[$0.field.range], as: UTF8.self) } ?? "\"\"")
        }
        let range = first.start..<last.field.range.upperBound
        patch.replace(range, by: lines.joined(separator: skeleton.style.lineBreak))
    }

    /// Takes the flag `fuzzy` and the previous msgid out of the comments.
    private func clearFuzzy(_ entry: POEntry, _ patch: inout TextPatch) {
        guard POComments(bytes, in: entry.comments).isFuzzy else { return }
        var position = entry.comments.lowerBound
        while position < entry.comments.upperBound {
            var end = position
            while end < entry.comments.upperBound, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
            var next = end
            if next < entry.comments.upperBound {
                next += bytes[next] == 0x0D && next + 1 < entry.comments.upperBound && bytes[next + 1] == 0x0A ? 2 : 1
            }
            defer { position = next }
            guard end - position >= 2, bytes[position] == UInt8(ascii: "#") else { continue }
            if bytes[position + 1] == UInt8(ascii: "|") { patch.replace(position..<next, by: "") }
            guard bytes[position + 1] == UInt8(ascii: ",") else { continue }
            let text = String(decoding: bytes[position + 2..<end], as: UTF8.self)
            let flags = text.split(separator: ",").map { String($0).trimmed }
            let kept = flags.filter { $0 != "fuzzy" }
            guard kept.count < flags.count else { continue }
            if kept.isEmpty {
                patch.replace(position..<next, by: "")
            } else {
                patch.replace(position + 2..<end, by: " " + kept.joined(separator: ", "))
            }
        }
    }

    // MARK: Header

    private mutating func header(_ patch: inout TextPatch, charset: TextEncoding) {
        let plurals = POPlurals.of(edition.target).header
        let target = edition.target.description.replacing("-", with: "_")
        guard let header = skeleton.header else {
            if changesFormula { patch.insert(newHeader(target, plurals, charset), at: skeleton.decoded.start) }
            return
        }
        let entry = skeleton.entries[header.entry]
        var added: [(String, String)] = []
        if let language = header.language {
            if language.language != edition.target.language {
                set("Language", target, header, &patch)
                if !skeleton.isMonolingual { warn(of: language) }
            }
        } else if header.field("Language") != nil {
            set("Language", target, header, &patch)
        } else {
            added.append(("Language", target))
        }
        if changesFormula {
            if header.field("Plural-Forms") != nil {
                set("Plural-Forms", plurals, header, &patch)
            } else {
                added.append(("Plural-Forms", plurals))
            }
        }
        if let type = header.field("Content-Type"), let mark = type.value.firstRange(of: "charset=") {
            let name = String(type.value[mark.upperBound...])
            if TextEncoding(name: name) != charset {
                set("Content-Type", type.value[..<mark.upperBound] + charset.rawValue, header, &patch)
            }
        }
        if !rewritten.isEmpty {
            // Several fields stand in one string: the header is written anew.
            let fields = header.fields.map { ($0.name, rewritten[$0.name] ?? $0.value) } + added
            let text = fields.map { "\($0): \($1)\n" }.joined()
            patch.replace(entry.string.range, by: skeleton.style.quoted(text, after: 7))
        } else if !added.isEmpty {
            let lineBreak = skeleton.style.lineBreak
            let lines = added.map { lineBreak + "\"\($0): \(POEscape.escape($1))\\n\"" }.joined()
            patch.insert(lines, at: entry.string.range.upperBound)
        }
        // A template's header is fuzzy, and a fuzzy header counts for nothing.
        clearFuzzy(entry, &patch)
    }

    private mutating func set(
        _ name: String,
        _ value: some StringProtocol,
        _ header: POHeader,
        _ patch: inout TextPatch
    ) {
        guard let field = header.field(name), field.value != value else { return }
        guard !header.fields.contains(where: \.range.isEmpty) else {
            rewritten[name] = String(value)
            return
        }
        patch.replace(field.range, by: "\"\(field.name): \(POEscape.escape(String(value)))\\n\"")
    }

    private mutating func warn(of language: LanguageTag) {
        let message =
            "The header said \(language), and now says \(edition.target): translations into \(language) that were not "
            + "replaced are still in the file. Begin with the template (.pot) for a new language."
        findings.append(Finding("po-language", .warning, message, at: .init(file: document.file)))
    }

    private func newHeader(_ target: String, _ plurals: String, _ charset: TextEncoding) -> String {
        [
            "msgid \"\"", "msgstr \"\"", "\"Language: \(target)\\n\"", "\"MIME-Version: 1.0\\n\"",
            "\"Content-Type: text/plain; charset=\(charset.rawValue)\\n\"", "\"Content-Transfer-Encoding: 8bit\\n\"",
            "\"Plural-Forms: \(plurals)\\n\"", "", "",
        ].joined(separator: skeleton.style.lineBreak)
    }
}
