package import Text

/// A list of terms from a file in any of the shapes in use: see `TermFormat`.
package struct TermList: Sendable {
    package var concepts: [Concept] = []
    /// What the file asks for besides terms: GalTransl's replacements. They are kept, and written back by the same format.
    package var rules: [TermRule] = []
    /// Rows that cannot be used, with their line: `term-list`, `term-repeated`, `term-rule`, `encoding-invalid`.
    package var findings: [Finding] = []
    package var format: TermFormat

    /// Of the rest no more than these are told.
    static let mostFindings = 200
    /// A list longer than this is refused: it is no list of terms, or memory would not hold its matcher.
    static let mostBytes = 256 << 20

    package init(concepts: [Concept], rules: [TermRule] = [], format: TermFormat = .json) {
        self.concepts = concepts
        self.rules = rules
        self.format = format
    }

    /// Reads a list by its content; the ending of its name settles what the content leaves open. A row that cannot be used
    /// is a finding with its line, and the rest loads.
    /// - Parameters:
    ///   - file: its name, for findings.
    ///   - locale: the language of targets for which the file names none; `Concept.anyLocale` when nil.
    ///   - source: the source language, for files of many languages; Chinese when nil and there is Chinese in it.
    package static func read(
        _ bytes: [UInt8],
        file: String,
        locale: LanguageTag? = nil,
        source: LanguageTag? = nil
    ) throws(FormatError) -> TermList {
        guard bytes.count <= mostBytes else {
            throw FormatError(.refused, "\(file) is larger than 256 MB, which no list of terms is. Split it.")
        }
        var builder = TermListBuilder(file: file, locale: locale?.description ?? Concept.anyLocale)
        let name = file.lowercased()
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || name.hasSuffix(".xlsx") {
            let format = try TermTable.read(workbook: bytes, file: file, into: &builder)
            return builder.list(format)
        }
        let decoded = DecodedText(bytes, file: file)
        builder.findings += decoded.findings.filter { $0.code == "encoding-invalid" }
        let utf8 = decoded.start == 0 ? decoded.utf8 : Array(decoded.utf8[decoded.start...])
        let first = utf8.first { !($0 == 0x20 || (0x09...0x0D).contains($0)) }
        if first == UInt8(ascii: "<") {
            var reader = TermTBXReader(utf8, file: file)
            return try reader.read(source: source, into: builder)
        }
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") || name.hasSuffix(".json") {
            do throws(TermJSONValue.Failure) {
                let value = try TermJSONValue.parse(utf8, asLines: !name.hasSuffix(".json"))
                return try TermJSON.read(value, file: file, into: builder)
            } catch {
                // A text list may begin with a bracket; what calls itself JSON may not be broken.
                guard !name.hasSuffix(".json"), error.isSyntax else {
                    throw FormatError(
                        .malformed,
                        "\(file)\(error.line.map { ", line \($0)" } ?? "") is no term list: \(error.message)."
                    )
                }
            }
        }
        let text = String(decoding: utf8, as: UTF8.self)
        return try text.isGlossarionSections
            ? TermLines.readSections(text, into: builder)
            : TermTable.looksLikeTable(text, name: name)
                ? TermTable.read(text, name: name, into: builder) : TermLines.readDictionary(text, into: builder)
    }

    /// The terms of the approved concepts whose targets name no language.
    package var terms: [Term] { terms(locale: nil) }

    /// The terms of the approved concepts in a locale.
    package func terms(locale: LanguageTag?) -> [Term] {
        let tag = locale?.description ?? Concept.anyLocale
        return concepts.filter { $0.status == .approved }.flatMap { $0.terms(locale: tag) }
    }
}

/// A replacement that GalTransl makes before or after translating, kept as it was written.
package struct TermRule: Hashable, Sendable {
    /// `pre_src`, `post_src`, `pre_dst`, `post_dst`, `diag` or `mono`.
    package var scope: String
    /// When it holds, for the first four scopes: words joined by `[and]` or `[or]`, `!` negates.
    package var condition: String?
    package var find: String
    package var replacement: String

    package init(scope: String, condition: String? = nil, find: String, replacement: String) {
        self.scope = scope
        self.condition = condition
        self.find = find
        self.replacement = replacement
    }

    static let conditionalScopes: Set = ["pre_src", "post_src", "pre_dst", "post_dst", "pre_jp", "post_jp"]
    static let sceneScopes: Set = ["diag", "mono"]
}
