package import Text

/// Markup and placeholders that got lost, doubled, crossed or changed places.
package struct InlineCodes: Check {
    package static let code = "inline-codes"
    package static let asserts =
        "Every inline code of the source is in the translation once, pairs are nested, and what is filled in by its order keeps it."
    package static let examples: [CheckExample] = [
        .fails("你好，{name}！", "Hello!", codes: ["{name}"]),
        .fails("你好，{name}！", "Hello, {nam}!", codes: ["{name}", "{nam}"]),
        .fails("获得%d金币", "Got %s coins", codes: ["%d", "%s"]),
        .fails("<b>好</b>", "<b>Good", codes: ["<b>", "</b>"]),
        .fails("%s获得%d金币", "%d coins for %s", codes: ["%s", "%d"]),
        .passes("你好，{name}！", "Hello, {name}!", codes: ["{name}"]),
        .passes("%1$s获得%2$d金币", "%2$d coins for %1$s", codes: ["%1$s", "%2$d"]),
        .passes("<b>好</b>的", "Quite <b>good</b>", codes: ["<b>", "</b>"]),
    ]

    package init?(_ context: CheckContext) {}

    package func findings(in text: PairText) -> [Finding] {
        let (source, target) = (text.source.codes, text.target.codes)
        guard !(source.isEmpty && target.isEmpty) else { return [] }
        if source.count == target.count, source == target, Self.isNested(target) { return [] }
        var counts: [String: Int] = [:]
        for code in source { counts[Self.identity(code), default: 0] += 1 }
        for code in target { counts[Self.identity(code), default: 0] -= 1 }
        let missing = source.filter { counts[Self.identity($0), default: 0] > 0 }
        let extra = target.filter { counts[Self.identity($0), default: 0] < 0 }
        var findings: [Finding] = []
        if let first = missing.first {
            findings.append(
                text.finding(
                    Self.code,
                    .error,
                    "Missing: \(Self.list(missing)). Each must be in the translation.",
                    source: Self.place(of: first, in: text.source)
                )
            )
        }
        if let first = extra.first {
            findings.append(
                text.finding(
                    Self.code,
                    .error,
                    "Too many of: \(Self.list(extra)). Each may be there only as often as in the source.",
                    target: Self.place(of: first, in: text.target)
                )
            )
        }
        if findings.isEmpty, !Self.isNested(target) {
            findings.append(
                text.finding(Self.code, .error, "Paired codes are crossed or closed before they are opened.")
            )
        }
        if findings.isEmpty, let (wanted, found) = Self.misordered(source, target) {
            findings.append(
                text.finding(
                    Self.code,
                    .error,
                    "\(Self.list(found)) are filled in by their order, which is \(Self.list(wanted)) in the source."
                )
            )
        }
        return findings
    }

    /// What a code is known by: its text in the file. A tag whose other half got lost is still the same tag.
    private static func identity(_ code: InlineCode) -> String {
        code.data.isEmpty ? "\u{0} \(code.id) \(code.role.rawValue)" : code.data
    }

    private static func place(of code: InlineCode, in scan: TextScan) -> Range<Int>? {
        var next = 0
        for (index, scalar) in scan.scalars.enumerated() where scalar == InlineText.place {
            guard next < scan.codes.count else { return nil }
            if scan.codes[next] == code { return index..<(index + 1) }
            next += 1
        }
        return nil
    }

    /// Codes of printf without a number: the n-th gets the n-th value, whatever it is.
    private static func misordered(_ source: [InlineCode], _ target: [InlineCode]) -> ([InlineCode], [InlineCode])? {
        let wanted = source.filter(isPositional)
        guard wanted.count > 1 else { return nil }
        let found = target.filter(isPositional)
        return wanted.map(\.data) == found.map(\.data) ? nil : (wanted, found)
    }

    private static func isPositional(_ code: InlineCode) -> Bool {
        guard code.kind == .placeholder, code.data.hasPrefix("%"), code.data.utf8.count > 1 else { return false }
        guard let last = code.data.utf8.last, (last | 0x20) &- 0x61 < 26 || last == 0x40 else { return false }
        return !code.data.utf8.contains { $0 == 0x24 || $0 == 0x28 || $0 == 0x7B }
    }

    private static func list(_ codes: [InlineCode]) -> String {
        codes.prefix(5).map { "`\($0.data.prefix(40))`" }.joined(separator: ", ")
    }

    private static func isNested(_ codes: [InlineCode]) -> Bool {
        var open: [Int] = []
        for code in codes {
            switch code.role {
            case .open: open.append(code.id)
            case .close:
                // A pair whose other half lies outside the unit has nothing here to be nested in.
                guard codes.contains(where: { $0.role == .open && $0.id == code.id }) else { continue }
                guard open.popLast() == code.id else { return false }
            case .standalone: break
            }
        }
        return true
    }
}
