import Text

/// White space as a browser shows it.
enum XHTMLSpace {
    enum Part {
        case text(String)
        case code(XHTMLRun.Item)
    }

    /// The white space that HTML collapses (https://infra.spec.whatwg.org/#ascii-whitespace).
    static func isHTML(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20, 0x09, 0x0A, 0x0C, 0x0D: true
        default: false
        }
    }

    /// Joins text and makes every run of white space one space, across codes too; next to a line break it goes, and so does a
    /// line feed between two East Asian characters (https://www.w3.org/TR/css-text-3/#line-break-transform).
    ///
    /// With `keepsSpace`, as in `pre`, line feeds become codes and nothing else changes.
    static func collapse(_ items: ArraySlice<XHTMLRun.Item>, keepsSpace: Bool) -> [Part] {
        if items.count == 1, let item = items.first, case .text(let text, _) = item.content,
            !text.unicodeScalars.contains(where: isHTML)
        {
            return [.text(text)]
        }
        if keepsSpace { return keep(items) }
        var collapser = Collapser(items)
        return collapser.run()
    }

    private static func keep(_ items: ArraySlice<XHTMLRun.Item>) -> [Part] {
        var parts: [Part] = []
        for item in items {
            guard case .text(let text, let isWhole) = item.content, !isWhole, text.contains(where: \.isNewline) else {
                if case .text(let text, _) = item.content {
                    parts.append(.text(text))
                } else {
                    parts.append(.code(item))
                }
                continue
            }
            var start = item.range.lowerBound
            for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
                if start > item.range.lowerBound {
                    let code = XHTMLRun.Item.Content.code(.standalone, .lineBreak, visible: "\n", pair: -1)
                    parts.append(.code(XHTMLRun.Item(range: start - 1..<start, content: code)))
                }
                if !line.isEmpty { parts.append(.text(String(line))) }
                start += line.utf8.count + 1
            }
        }
        return parts
    }

    private struct Collapser {
        private let items: ArraySlice<XHTMLRun.Item>
        private var parts: [Part] = []
        private var text = String.UnicodeScalarView()
        /// What was shown last; nil at the start of a line.
        private var last: Unicode.Scalar?
        /// White space that has been read and not been shown.
        private var hasSpace = false
        private var hasLineFeed = false

        init(_ items: ArraySlice<XHTMLRun.Item>) {
            self.items = items
        }

        mutating func run() -> [Part] {
            for (index, item) in zip(items.indices, items) {
                switch item.content {
                case .text(let text, _):
                    for scalar in text.unicodeScalars { add(scalar) }
                case .code(_, let kind, _, _):
                    if kind == .lineBreak {
                        hasSpace = false
                    } else if hasSpace {
                        showSpace(before: next(after: index))
                    }
                    flush()
                    parts.append(.code(item))
                    if kind == .lineBreak { last = nil }
                }
            }
            flush()
            return parts
        }

        private mutating func add(_ scalar: Unicode.Scalar) {
            if isHTML(scalar) {
                hasSpace = true
                if scalar == "\n" || scalar == "\r" { hasLineFeed = true }
                return
            }
            if hasSpace { showSpace(before: scalar) }
            text.append(scalar)
            last = scalar
        }

        private mutating func showSpace(before next: Unicode.Scalar?) {
            let joins = hasLineFeed && XHTMLSpace.joins(last, next)
            (hasSpace, hasLineFeed) = (false, false)
            guard let shown = last, shown != " ", !joins else { return }
            text.append(" ")
            last = " "
        }

        private mutating func flush() {
            if !text.isEmpty { parts.append(.text(String(text))) }
            text = String.UnicodeScalarView()
        }

        /// The first character after an item that is no white space.
        private func next(after index: Int) -> Unicode.Scalar? {
            for item in items[(index + 1)...] {
                guard case .text(let text, _) = item.content else { continue }
                if let scalar = text.unicodeScalars.first(where: { !isHTML($0) }) { return scalar }
            }
            return nil
        }
    }

    /// Whether a line feed between the two is no space: both East Asian, one of them perhaps a quotation mark or a dash.
    private static func joins(_ left: Unicode.Scalar?, _ right: Unicode.Scalar?) -> Bool {
        guard let left, let right else { return false }
        let isLeft = isEastAsian(left)
        let isRight = isEastAsian(right)
        return isLeft && (isRight || isShared(right)) || isRight && isShared(left)
    }

    private static func isEastAsian(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isHan || scalar.isKana || scalar.isCJKPunctuation
    }

    private static func isShared(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "“", "”", "‘", "’", "—", "…", "·": true
        default: false
        }
    }
}
