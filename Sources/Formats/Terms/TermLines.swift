import Text

/// Lists of terms as lines of text: GalTransl's dictionaries and Glossarion's sections.
enum TermLines {
    /// GalTransl: `原文<TAB>译文<TAB>解释`, four spaces for a tab, or `src->dst #note`; `//` and `\\` begin a comment line,
    /// ` //` a remark at the end of one. Replacements (`pre_src<TAB>condition<TAB>find<TAB>replace`,
    /// `diag<TAB>find<TAB>replace`) are kept as rules.
    static func readDictionary(_ text: String, into builder: consuming TermListBuilder) -> TermList {
        var builder = builder
        for (index, raw) in lines(of: text).enumerated() {
            let line = raw.trimmed
            guard !line.isEmpty, !line.hasPrefix("//"), !line.hasPrefix("\\\\") else { continue }
            // A rule may have an empty last field: only its own white space is taken off.
            if let rule = rule(raw) {
                builder.rules.append(rule)
                continue
            }
            guard let entry = entry(line, number: index + 1) else {
                builder.report("No tab between source and target; the line is left out.", line: index + 1)
                continue
            }
            builder.add(entry)
        }
        return builder.list(.galtransl)
    }

    static func dictionary(_ list: TermList, locale: String) -> String {
        var text = ""
        for entry in TermTable.shortEntries(list.concepts, locale: locale) where !entry.isPattern {
            var fields = [entry.source, entry.targets]
            if !entry.info.isEmpty { fields.append(entry.info) }
            text += fields.map(oneLine).joined(separator: "\t") + "\n"
        }
        for rule in list.rules {
            let fields = [rule.scope, rule.condition, rule.find, rule.replacement].compactMap(\.self)
            text += fields.map(oneLine).joined(separator: "\t") + "\n"
        }
        return text
    }

    private static func entry(_ line: String, number: Int) -> TermListBuilder.Entry? {
        var line = line
        var remark = ""
        // `//` inside an address is no remark.
        if let mark = line.firstRange(of: "//"), mark.lowerBound > line.startIndex,
            line[line.index(before: mark.lowerBound)] != ":"
        {
            remark = line[mark.upperBound...].trimmed
            line = line[..<mark.lowerBound].trimmed
        }
        var fields = fields(line)
        if fields.count < 2, let arrow = line.firstRange(of: "->") {
            let rest = line[arrow.upperBound...].split(separator: "#", maxSplits: 1).map { $0.trimmed }
            fields = [line[..<arrow.lowerBound].trimmed] + rest
        }
        guard fields.count >= 2 else { return nil }
        let note = [fields.count > 2 ? fields[2] : "", remark].filter { !$0.isEmpty }.joined(separator: "; ")
        return TermListBuilder.Entry(source: fields[0], target: fields[1], note: note, line: number)
    }

    private static func rule(_ line: String) -> TermRule? {
        let fields = line.replacing("    ", with: "\t").split(separator: "\t", omittingEmptySubsequences: false)
            .map(String.init)
        guard let scope = fields.first?.trimmed else { return nil }
        if TermRule.conditionalScopes.contains(scope), fields.count >= 3 {
            return TermRule(
                scope: scope,
                condition: fields[1],
                find: fields[2],
                replacement: fields.count > 3 ? fields[3] : ""
            )
        }
        guard TermRule.sceneScopes.contains(scope), fields.count >= 2 else { return nil }
        return TermRule(scope: scope, find: fields[1], replacement: fields.count > 2 ? fields[2] : "")
    }

    private static func fields(_ line: String) -> [String] {
        line.replacing("    ", with: "\t").split(separator: "\t").map { $0.trimmed }
    }

    /// A field must not break the line that it stands in.
    private static func oneLine(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\t" || $0 == "\n" || $0 == "\r" ? " " : $0 }))
    }

    static func lines(of text: String) -> [String] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    }

    // MARK: Glossarion's sections

    /// `=== CHARACTERS ===`, then `* raw = translated [gender]: description` or `* translated (raw) [gender]: description`; an
    /// indented line goes on with the description.
    static func readSections(_ text: String, into builder: consuming TermListBuilder) -> TermList {
        var builder = builder
        var kind = ""
        var open: TermListBuilder.Entry?
        for (index, raw) in lines(of: text).enumerated() {
            let line = raw.trimmed
            if line.hasPrefix("===") {
                if let entry = open { builder.add(entry) }
                open = nil
                kind = self.kind(line.filter { $0 != "=" }.trimmed.lowercased())
            } else if line.hasPrefix("*") {
                if let entry = open { builder.add(entry) }
                open = section(line.dropFirst().trimmed, kind: kind, line: index + 1)
                if open == nil {
                    builder.report("Neither `raw = translated` nor `translated (raw)`; left out.", line: index + 1)
                }
            } else if !line.isEmpty, open != nil {
                let note = [open?.note ?? "", line].filter { !$0.isEmpty }.joined(separator: " ")
                open?.note = note
            }
        }
        if let entry = open { builder.add(entry) }
        return builder.list(.glossarion)
    }

    private static func section(_ line: String, kind: String, line number: Int) -> TermListBuilder.Entry? {
        var head = line
        var gender = ""
        var note = ""
        if let open = line.firstIndex(of: "["), let close = line[open...].firstIndex(of: "]") {
            head = line[..<open].trimmed
            gender = line[line.index(after: open)..<close].trimmed
            note = line[line.index(after: close)...].trimmed
        } else if let colon = line.firstIndex(of: ":") {
            head = line[..<colon].trimmed
            note = line[colon...].trimmed
        }
        if note.hasPrefix(":") || note.hasPrefix("-") { note = note.dropFirst().trimmed }
        var entry = TermListBuilder.Entry(note: note, kind: kind, gender: gender, line: number)
        if let sign = head.firstIndex(of: "=") {
            entry.source = head[..<sign].trimmed
            entry.target = head[head.index(after: sign)...].trimmed
        } else if head.hasSuffix(")"), let open = head.lastIndex(of: "(") {
            entry.target = head[..<open].trimmed
            entry.source = head[head.index(after: open)...].dropLast().trimmed
        } else {
            return nil
        }
        return entry.source.isEmpty || entry.target.isEmpty ? nil : entry
    }

    private static func kind(_ heading: String) -> String {
        let kinds: [(String, Term.Kind)] = [
            ("character", .person), ("location", .place), ("place", .place), ("organization", .organization),
            ("faction", .organization), ("skill", .skill), ("technique", .skill), ("item", .item), ("title", .title),
        ]
        return kinds.first { heading.contains($0.0) }?.1.rawValue ?? Term.Kind.other.rawValue
    }
}

extension String {
    /// Whether the text is Glossarion's prompt form: a `=== SECTION ===` with entries below it.
    var isGlossarionSections: Bool {
        var sawSection = false
        for line in unicodeScalars.split(separator: "\n").prefix(200) {
            let line = String(line).trimmed
            if line.hasPrefix("===") && line.hasSuffix("===") { sawSection = true }
            if sawSection && line.hasPrefix("*") { return true }
        }
        return false
    }
}
