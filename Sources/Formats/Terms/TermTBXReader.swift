import Text

/// Reads TBX: version 3 (ISO 30042:2019) in DCA and DCT style, and version 2 (`martif`, TBX-Basic 2008), whose elements have
/// other names. Data categories are taken by name wherever they stand; unknown ones are passed over.
struct TermTBXReader {
    private let xml: XMLFile
    private let file: String
    private var line = 1
    private var lineOffset = 0

    init(_ bytes: [UInt8], file: String) {
        xml = XMLFile(bytes, file: file)
        self.file = file
    }

    /// A term of one language of an entry, with its data categories.
    private struct Section {
        var language: String
        var term = ""
        var notes: [(category: String, text: String)] = []

        func note(_ category: String) -> String? { notes.first { $0.category == category }?.text }
        func all(_ category: String) -> [String] { notes.filter { $0.category == category }.map(\.text) }
    }

    private struct Entry {
        var id: String
        var line: Int
        var notes: [(category: String, text: String)] = []
        var sections: [Section] = []

        func note(_ category: String) -> String? { notes.first { $0.category == category }?.text }
        func all(_ category: String) -> [String] { notes.filter { $0.category == category }.map(\.text) }
    }

    private static let entryNames: Set = ["conceptEntry", "termEntry"]
    private static let languageNames: Set = ["langSec", "langSet"]
    private static let termNames: Set = ["termSec", "tig", "ntig"]
    /// Elements that only hold others.
    private static let groups: Set = [
        "termGrp", "descripGrp", "adminGrp", "transacGrp", "termNoteGrp", "termCompGrp", "termCompList", "body", "text",
    ]

    mutating func read(source: LanguageTag?, into builder: consuming TermListBuilder) throws(FormatError) -> TermList {
        var builder = builder
        let root = xml.tokens.first { $0.kind == .startTag }
        guard let root, ["tbx", "martif"].contains(xml.localName(root)) else {
            throw FormatError(.malformed, "\(file) is XML but no TBX: its root is neither <tbx> nor <martif>.")
        }
        builder.findings += xml.findings
        let declared = xml.value("xml:lang", of: root)
        var entry: Entry?
        var language = ""
        var isInTerm = false
        var index = 0
        while index < xml.tokens.count {
            let token = xml.tokens[index]
            let name = token.kind == .startTag || token.kind == .endTag ? xml.localName(token) : ""
            index += 1
            if token.kind == .endTag {
                if Self.termNames.contains(name) { isInTerm = false }
                if Self.languageNames.contains(name) { language = "" }
                if Self.entryNames.contains(name), let done = entry {
                    add(done, source: source, declared: declared, to: &builder)
                    entry = nil
                }
                continue
            }
            guard token.kind == .startTag else { continue }
            if Self.entryNames.contains(name) {
                entry = Entry(id: xml.value("id", of: token) ?? "", line: lineNumber(at: token.range.lowerBound))
                (language, isInTerm) = ("", false)
            } else if Self.languageNames.contains(name) {
                language = xml.value("xml:lang", of: token) ?? xml.value("lang", of: token) ?? ""
            } else if Self.termNames.contains(name) {
                entry?.sections.append(Section(language: language))
                isInTerm = true
            } else if entry != nil, !Self.groups.contains(name), !token.isSelfClosing, let end = token.partner {
                take(token, name: name, text: xml.text(inside: index - 1..<end).trimmed, isInTerm: isInTerm, &entry)
                index = end + 1
            }
        }
        return builder.list(.tbx)
    }

    private func take(_ token: XMLToken, name: String, text: String, isInTerm: Bool, _ entry: inout Entry?) {
        guard !text.isEmpty else { return }
        let category = Self.category(xml.value("type", of: token) ?? name)
        guard isInTerm, let last = entry?.sections.indices.last else {
            entry?.notes.append((category, text))
            return
        }
        if name == "term" {
            entry?.sections[last].term = text
        } else {
            entry?.sections[last].notes.append((category, text))
        }
    }

    /// `administrativeStatus`, `administrative-status` and `AdministrativeStatus` are one.
    private static func category(_ name: String) -> String {
        name.lowercased().filter { $0.isLetter || $0.isNumber }
    }

    private mutating func lineNumber(at offset: Int) -> Int {
        line += xml.bytes[lineOffset..<offset].count { $0 == 0x0A }
        lineOffset = offset
        return line
    }

    // MARK: Concepts

    private func add(_ entry: Entry, source: LanguageTag?, declared: String?, to builder: inout TermListBuilder) {
        let sections = entry.sections.filter { !$0.term.isEmpty }
        guard let language = sourceLanguage(sections, source: source, declared: declared) else {
            builder.report("An entry without a term is left out.", line: entry.line)
            return
        }
        let forms = sections.filter { $0.language == language }
        var targets: [String: Concept.TargetForms] = [:]
        for section in sections where section.language != language {
            let tag = LanguageTag(section.language)?.description ?? builder.locale
            add(section, to: &targets[tag == Concept.anyLocale ? builder.locale : tag, default: .init("")])
        }
        for (locale, forms) in targets where forms.preferred.isEmpty {
            // Only admitted terms: the first stands for all.
            guard let first = forms.alternatives.first else { continue }
            targets[locale]?.preferred = first
            targets[locale]?.alternatives.removeFirst()
        }
        let field = entry.note("subjectfield") ?? ""
        let kind = TermLabel.classify(kind: field, gender: "", note: "").0
        let process = entry.note("xstatus") ?? entry.note("processstatus") ?? ""
        builder.add(
            Concept(
                id: entry.note("xid") ?? (entry.id.isEmpty || entry.id.first == "_" ? forms.first?.term : entry.id),
                forms: forms.map(form),
                targets: targets,
                kind: kind,
                genders: entry.note("xgender").flatMap(TermLabel.spans) ?? [],
                note: entry.note("note") ?? entry.note("definition"),
                validFrom: entry.note("xfromchapter").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil },
                partOf: entry.all("xpartof"),
                status: Concept.Status(rawValue: process)
                    ?? (["unprocessed", "provisionallyProcessed"].contains(process) ? .proposed : .approved),
                decidedBy: entry.note("xdecidedby"),
                decidedAt: entry.note("xdecidedat").flatMap { Double($0) },
                evidence: entry.all("xevidence")
            ),
            line: entry.line
        )
    }

    private func sourceLanguage(_ sections: [Section], source: LanguageTag?, declared: String?) -> String? {
        let languages = sections.map(\.language)
        func match(_ tag: String) -> String? { languages.first { $0.lowercased() == tag.lowercased() } }
        func sameLanguage(_ tag: String) -> String? {
            languages.first { LanguageTag($0)?.language == LanguageTag(tag)?.language && LanguageTag($0) != nil }
        }
        if let source, let found = match(source.description) ?? sameLanguage(source.description) { return found }
        return declared.flatMap { tag in LanguageTag(tag)?.language == "zh" ? match(tag) : nil }
            ?? sameLanguage("zh") ?? declared.flatMap(match) ?? languages.first
    }

    private func form(of section: Section) -> Concept.SourceForm {
        let isShort = ["shortForm", "variant", "abbreviation", "acronym"].contains(section.note("termtype") ?? "")
        return Concept.SourceForm(
            section.term,
            use: section.note("xuse").flatMap(Concept.SourceForm.Use.init) ?? (isShort ? .alias : .name),
            isPattern: section.note("xregex") == "true",
            isCaseSensitive: section.note("xcasesensitive") == "true"
        )
    }

    private func add(_ section: Section, to forms: inout Concept.TargetForms) {
        let status = section.note("administrativestatus") ?? section.note("normativeauthorization") ?? ""
        let ownForms = section.all("xforform")
        if !ownForms.isEmpty {
            for form in ownForms { forms.byForm[form] = section.term }
        } else if section.note("xinflected") == "true" {
            forms.inflected.append(section.term)
        } else if status.hasPrefix("deprecated") || status.hasPrefix("superseded") || status == "obsoleteTerm" {
            forms.forbidden.append(section.term)
        } else if status.hasPrefix("admitted") || (!forms.preferred.isEmpty && !status.hasPrefix("preferred")) {
            forms.alternatives.append(section.term)
        } else if forms.preferred.isEmpty {
            forms.preferred = section.term
        } else {
            // A preferred term after others that did not say what they are.
            forms.alternatives.append(forms.preferred)
            forms.preferred = section.term
        }
    }
}
