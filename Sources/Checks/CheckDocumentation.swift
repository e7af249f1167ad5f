package import Text

/// The documentation of all checks, made from what they say of themselves.
package enum CheckDocumentation {
    /// A check with the codes and words of its documentation.
    package struct Entry: Sendable, Encodable {
        package var code: String
        package var severity: Finding.Severity
        package var locales: String
        package var asserts: String
    }

    package static let entries: [Entry] =
        CheckCatalog.checks.map {
            Entry(code: $0.code, severity: $0.severity, locales: $0.locales, asserts: $0.asserts)
        }
        + CheckCatalog.bookChecks.map {
            Entry(code: $0.code, severity: $0.severity, locales: $0.locales, asserts: $0.asserts)
        }

    /// The page: what is made here, and how it is made again.
    package static var page: String {
        """
        # Checks
        What `caravan check` looks for. Each check has a stable code, a severity and the locales that it speaks of; the
        examples are the ones that the tests ask it. Made by `caravan check --list --markdown > docs/checks.md`.


        """ + markdown
    }

    /// One Markdown section for each check, with an example that fails and one that passes.
    package static var markdown: String {
        var sections: [String] = []
        for check in CheckCatalog.checks {
            var text = section(check.code, check.severity, check.locales, check.asserts)
            let ordered = check.examples.filter(\.fails) + check.examples.filter { !$0.fails }
            text += table(ordered.map { row($0, fails: $0.fails) })
            sections.append(text)
        }
        for check in CheckCatalog.bookChecks {
            var text = section(check.code, check.severity, check.locales, check.asserts)
            let ordered = check.examples.filter(\.fails) + check.examples.filter { !$0.fails }
            text += table(ordered.flatMap { run in shown(run).map { row($0, fails: run.fails) } })
            sections.append(text)
        }
        return sections.joined(separator: "\n")
    }

    /// The units of a run; of a long one, which only says what is usual in its book, the last.
    private static func shown(_ run: BookExample) -> ArraySlice<CheckExample> {
        run.units.count > 40 ? run.units.suffix(1) : run.units[...]
    }

    private static func section(
        _ code: String,
        _ severity: Finding.Severity,
        _ locales: String,
        _ asserts: String
    ) -> String {
        "## \(code)\n\(asserts) (\(severity.rawValue); \(locales))\n"
    }

    private static func table(_ rows: [String]) -> String {
        rows.isEmpty ? "" : "\n| | source | target | after the fix |\n|---|---|---|---|\n" + rows.joined()
    }

    private static func row(_ example: CheckExample, fails: Bool) -> String {
        let fixed = example.fixed.map(cell) ?? ""
        let target = "\(cell(example.target)) (\(example.targetLocale))"
        return "| \(fails ? "fails" : "passes") | \(cell(example.source)) | \(target) | \(fixed) |\n"
    }

    /// A text in code marks, with what nobody sees written out.
    private static func cell(_ text: String) -> String {
        var shown = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": shown += "⏎"
            case "|": shown += "\\|"
            case "\u{A0}", "\u{202F}", "\u{3000}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{FEFF}", "\u{FFFD}":
                shown += hex(scalar)
            case _ where (0xE000...0xF8FF).contains(scalar.value): shown += hex(scalar)
            default: shown.unicodeScalars.append(scalar)
            }
        }
        if shown.hasSuffix(" ") { shown = String(shown.dropLast()) + "␣" }
        if shown.hasPrefix(" ") { shown = "␣" + shown.dropFirst() }
        if shown.isEmpty { return "(nothing)" }
        return shown.contains("`") ? "`` \(shown) ``" : "`\(shown)`"
    }

    private static func hex(_ scalar: Unicode.Scalar) -> String {
        "[U+\(String(scalar.value, radix: 16, uppercase: true))]"
    }
}
