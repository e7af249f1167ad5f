/// The shapes in which lists of terms are exchanged. All are read by their content; this names what is written.
package enum TermFormat: String, Sendable, Codable, CaseIterable {
    /// Caravan's long form: a row for each source form and locale, with every field of a concept.
    case csv, tsv, xlsx
    /// Caravan's own JSON: whole concepts, nothing lost.
    case json
    /// TBX 3, ISO 30042:2019, in DCA style.
    case tbx
    /// `src,dst,info,regex,case_sensitive` as AiNiee and LinguaGacha read it.
    case ainieeCSV = "ainiee-csv"
    case ainieeXLSX = "ainiee-xlsx"
    case ainieeJSON = "ainiee-json"
    /// GalTransl's dictionary: `原文<TAB>译文<TAB>解释` a line.
    case galtransl
    /// Glossarion's `type,raw_name,translated_name,gender,description`.
    case glossarion
    /// The terms of a ParaTranz project.
    case paratranz

    /// What it is, for a list.
    package var summary: String {
        switch self {
        case .csv: "CSV, one row for each form, every field"
        case .tsv: "the same with tabs"
        case .xlsx: "the same as an Excel workbook"
        case .json: "whole concepts, nothing lost"
        case .tbx: "TBX 3 (ISO 30042:2019, DCA) for CAT tools"
        case .ainieeCSV: "CSV with src,dst,info,regex,case_sensitive"
        case .ainieeXLSX: "the same as LinguaGacha's workbook"
        case .ainieeJSON: "JSON of AiNiee, LinguaGacha and KeywordGacha"
        case .galtransl: "GalTransl dictionary text"
        case .glossarion: "Glossarion CSV"
        case .paratranz: "ParaTranz terms JSON"
        }
    }

    /// Whether every field of a concept is kept.
    package var isWhole: Bool {
        switch self {
        case .csv, .tsv, .xlsx, .json, .tbx: true
        default: false
        }
    }

    /// The form that the ending of a file's name asks for; nil when it says nothing.
    package init?(fileName: String) {
        let endings: [(String, TermFormat)] = [
            (".csv", .csv), (".tsv", .tsv), (".xlsx", .xlsx), (".json", .json), (".tbx", .tbx), (".xml", .tbx),
            (".txt", .galtransl),
        ]
        let name = fileName.lowercased()
        guard let (_, format) = endings.first(where: { name.hasSuffix($0.0) }) else { return nil }
        self = format
    }
}
