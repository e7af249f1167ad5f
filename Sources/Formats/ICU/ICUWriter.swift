import Text

/// Puts a message together from translated sentences.
struct ICUWriter {
    let source: [UInt8]
    let target: [PluralCategory]
    /// By suffix.
    let texts: [String: InlineText]

    /// The message as it was, with new text between the braces, and the categories that were missing before `other`.
    func patch(_ tree: ICUTree) -> String {
        var changes: [(range: Range<Int>, text: String)] = []
        collect(tree, inPlural: false, &changes)
        var output: [UInt8] = []
        var place = 0
        for change in changes.sorted(by: {
            ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
        })
        where change.range.lowerBound >= place {
            output += source[place..<change.range.lowerBound]
            output += Array(change.text.utf8)
            place = change.range.upperBound
        }
        output += source[place...]
        return String(decoding: output, as: UTF8.self)
    }

    private func collect(_ tree: ICUTree, inPlural: Bool, _ changes: inout [(range: Range<Int>, text: String)]) {
        switch tree {
        case .leaf(let leaf):
            guard let text = texts[leaf.suffix], let body = leaf.body else { return }
            changes.append((body, Self.escape(text, inPlural: inPlural, isNested: !leaf.path.isEmpty)))
        case .choice(let choice, let variants):
            let isPlural = inPlural || choice.kind != .select
            for variant in variants { collect(variant.tree, inPlural: isPlural, &changes) }
            guard choice.kind == .plural, let other = choice.other else { return }
            let space = space(before: other.start)
            let opening = opening(of: other)
            for category in target where !variants.contains(where: { $0.selector == category.rawValue }) {
                guard let added = ICUTree.variant(category, of: variants, argument: choice.argument),
                    isTranslated(added)
                else { continue }
                let text = "\(category.rawValue)\(opening)\(write(added, inPlural: isPlural))}\(space)"
                changes.append((other.start..<other.start, text))
            }
        }
    }

    private func isTranslated(_ tree: ICUTree) -> Bool {
        switch tree {
        case .leaf(let leaf): texts[leaf.suffix] != nil
        case .choice(_, let variants): variants.contains { isTranslated($0.tree) }
        }
    }

    /// The message with its choices outside and whole sentences in them.
    func write(_ tree: ICUTree, inPlural: Bool = false) -> String {
        switch tree {
        case .leaf(let leaf):
            return Self.escape(
                texts[leaf.suffix] ?? Self.inline(leaf.parts),
                inPlural: inPlural,
                isNested: !leaf.path.isEmpty
            )
        case .choice(let choice, let variants):
            let isPlural = inPlural || choice.kind != .select
            // The bytes around the branches are those of the message.
            var written = choice.head
            while let last = written.utf8.last, last <= 0x20 { written.unicodeScalars.removeLast() }
            for (variant, own) in zip(variants, choice.variants) {
                let (space, opening) = (space(before: own.start), opening(of: own))
                if own.selector == "other", choice.kind == .plural {
                    for category in target where !variants.contains(where: { $0.selector == category.rawValue }) {
                        guard let added = ICUTree.variant(category, of: variants, argument: choice.argument),
                            isTranslated(added)
                        else { continue }
                        written += "\(space)\(category.rawValue)\(opening)\(write(added, inPlural: isPlural))}"
                    }
                }
                written += "\(space)\(own.selector)\(opening)\(write(variant.tree, inPlural: isPlural))}"
            }
            return written + (choice.variants.last.map { space(after: $0.body.upperBound + 1) } ?? "") + "}"
        }
    }

    /// The white space that ends at an offset of the message.
    private func space(before end: Int) -> String {
        var start = end
        while start > 0, source[start - 1] <= 0x20 { start -= 1 }
        return String(decoding: source[start..<end], as: UTF8.self)
    }

    private func space(after start: Int) -> String {
        guard start < source.count else { return "" }
        return String(decoding: source[start...].prefix { $0 <= 0x20 }, as: UTF8.self)
    }

    /// What stands between the selector of a branch and its text: the brace, with the space before it.
    private func opening(of variant: ICUChoice.Variant) -> String {
        space(before: variant.body.lowerBound - 1) + "{"
    }

    private static func inline(_ parts: [ICUPart]) -> InlineText {
        var id = 0
        return InlineText(
            parts: parts.compactMap { part in
                id += 1
                switch part {
                case .text(let text): return .text(text)
                case .argument(let data):
                    return .code(InlineCode(id: id, role: .standalone, kind: .placeholder, data: data))
                case .number: return .code(InlineCode(id: id, role: .standalone, kind: .placeholder, data: "#"))
                case .choice: return nil
                }
            }
        )
    }

    /// Text with quotes where the syntax would take it for its own. An apostrophe is doubled only where it would quote.
    static func escape(_ text: InlineText, inPlural: Bool, isNested: Bool) -> String {
        var output: [UInt8] = []
        let parts = text.parts
        for (number, part) in parts.enumerated() {
            switch part {
            case .text(let run):
                let isEnd = number == parts.count - 1 && !isNested
                escape(Array(run.utf8), next: isEnd ? 0x20 : 0x7B, inPlural: inPlural, into: &output)
            case .code(let code): output += Array(code.data.utf8)
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// `next` is what follows the run in the message.
    private static func escape(_ bytes: [UInt8], next: UInt8, inPlural: Bool, into output: inout [UInt8]) {
        func isSyntax(_ byte: UInt8) -> Bool { byte == 0x7B || byte == 0x7D || (byte == 0x23 && inPlural) }
        var index = 0
        while index < bytes.count {
            if isSyntax(bytes[index]) {
                output.append(0x27)
                while index < bytes.count, isSyntax(bytes[index]) || bytes[index] == 0x27 {
                    output += bytes[index] == 0x27 ? [0x27, 0x27] : [bytes[index]]
                    index += 1
                }
                output.append(0x27)
                continue
            }
            let after = index + 1 < bytes.count ? bytes[index + 1] : next
            let quotes = bytes[index] == 0x27 && [0x7B, 0x7D, 0x27, 0x23, 0x7C, 0x3C].contains(after)
            let isAfterQuote = bytes[index] == 0x27 && output.last == 0x27
            output += quotes || isAfterQuote ? [0x27, 0x27] : [bytes[index]]
            index += 1
        }
    }
}

extension ICUTree {
    /// The tree for a category: its own, or that of `other` under the category's name.
    static func variant(
        _ category: PluralCategory,
        of variants: [(selector: String, tree: ICUTree)],
        argument: String
    ) -> ICUTree? {
        if let own = variants.first(where: { $0.selector == category.rawValue }) { return own.tree }
        return variants.first { $0.selector == "other" }?.tree.renamed(argument, to: category)
    }

    private func renamed(_ argument: String, to category: PluralCategory) -> ICUTree {
        switch self {
        case .leaf(var leaf):
            leaf.path = leaf.path.map { $0.argument == argument ? (argument, category.rawValue) : $0 }
            leaf.suffix = leaf.path.map { "[\($0.argument)=\($0.selector)]" }.joined()
            leaf.plural = category
            return .leaf(leaf)
        case .choice(let choice, let variants):
            return .choice(choice, variants.map { ($0.selector, $0.tree.renamed(argument, to: category)) })
        }
    }
}
