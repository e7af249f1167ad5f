package import Text

/// Writes lists of terms in the shapes in use.
package enum TermListWriter {
    /// The bytes of a list. What the shape has no place for is told in the findings: `term-list-loss`.
    /// - Parameters:
    ///   - locale: the targets that are written; the whole shapes (`TermFormat.isWhole`) write all when nil.
    ///   - source: the language of the source forms, which TBX must say.
    package static func write(
        _ list: TermList,
        as format: TermFormat,
        locale: LanguageTag? = nil,
        source: LanguageTag = .simplifiedChinese
    ) -> WrittenFile {
        var list = list
        if let locale {
            for index in list.concepts.indices {
                let own = list.concepts[index].targetForms(for: locale.description)
                list.concepts[index].targets = own.map { [locale.description: $0] } ?? [:]
            }
        }
        let tag = locale?.description ?? Concept.anyLocale
        let concepts = list.concepts
        let bytes: [UInt8]
        switch format {
        case .csv: bytes = Array(TermTable.text(TermTable.longRows(concepts)).utf8)
        case .tsv: bytes = Array(TermTable.text(TermTable.longRows(concepts), separator: "\t").utf8)
        case .xlsx: bytes = TermWorkbook.write(TermTable.longRows(concepts), sheet: "terms")
        case .json: bytes = Array(TermJSON.whole(concepts).utf8)
        case .tbx: bytes = Array(TermTBXWriter.write(concepts, source: source).utf8)
        case .ainieeCSV: bytes = Array(TermTable.text(TermTable.shortRows(concepts, locale: tag)).utf8)
        case .ainieeXLSX: bytes = TermWorkbook.write(TermTable.shortRows(concepts, locale: tag), sheet: "rules")
        case .ainieeJSON: bytes = Array(TermJSON.ainiee(concepts, locale: tag).utf8)
        case .galtransl: bytes = Array(TermLines.dictionary(list, locale: tag).utf8)
        case .glossarion: bytes = Array(TermTable.text(TermTable.glossarionRows(concepts, locale: tag)).utf8)
        case .paratranz: bytes = Array(TermJSON.paratranz(concepts, locale: tag).utf8)
        }
        return WrittenFile(bytes: bytes, findings: losses(list, as: format, locale: tag))
    }

    private static func losses(_ list: TermList, as format: TermFormat, locale: String) -> [Finding] {
        var findings: [Finding] = []
        func lose(_ count: Int, _ what: String) {
            guard count > 0 else { return }
            findings.append(
                Finding("term-list-loss", .note, "\(format.rawValue) has no place for \(what): \(count) left out.")
            )
        }
        if format != .galtransl { lose(list.rules.count, "replacement rules") }
        guard !format.isWhole else { return findings }
        let concepts = list.concepts
        func targets(_ part: (Concept.TargetForms) -> Bool) -> Int {
            concepts.count { $0.targetForms(for: locale).map(part) ?? false }
        }
        lose(concepts.count { $0.terms(locale: locale).isEmpty }, "terms without a target in this language")
        lose(targets { !$0.forbidden.isEmpty || !$0.inflected.isEmpty }, "forbidden and inflected forms")
        lose(concepts.count { $0.status != .approved }, "a status (all count as approved)")
        lose(concepts.count { $0.genders.count > 1 || $0.validFrom != nil }, "chapters")
        lose(concepts.count { !$0.partOf.isEmpty }, "links to what a term is a part of")
        lose(concepts.count { $0.decidedBy != nil || !$0.evidence.isEmpty }, "who decided, and units that show it")
        if format != .paratranz {
            lose(concepts.count { $0.forms.count > 1 }, "forms of one concept (each becomes a term of its own)")
        }
        lose(concepts.count { $0.forms.contains { $0.use != .name && $0.use != .alias } }, "how a form is used")
        if format == .galtransl || format == .glossarion || format == .paratranz {
            lose(concepts.count { $0.forms.contains(where: \.isPattern) }, "regular expressions")
        }
        if format == .galtransl || format == .glossarion {
            lose(concepts.count { $0.forms.contains(where: \.isCaseSensitive) }, "case")
        }
        if format == .glossarion { lose(targets { !$0.alternatives.isEmpty }, "alternatives") }
        return findings
    }
}
