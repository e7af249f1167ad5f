package import Text

/// A message in ICU MessageFormat, taken apart into sentences that are translated, and put together again.
///
/// A message without plural or select is one piece. One with them has a piece for every way through them: whole sentences,
/// also where the choice stands in the middle of the text. Arguments and `#` are codes; quotes are taken off and put back.
package struct ICUMessage: Sendable {
    private let source: [UInt8]
    private let tree: ICUTree

    /// Longer texts than this, in bytes, are no messages: their parts take a hundred times the memory.
    private static let lengthLimit = 1 << 16

    /// Nil for a message that breaks the syntax (callers take it for plain text) or branches into more than 96 sentences.
    package init?(_ text: String) {
        guard text.utf8.count <= Self.lengthLimit else { return nil }
        source = Array(text.utf8)
        guard let parts = ICUParser.parts(of: source),
            let tree = ICUTree.build(parts, messageLength: source.count)
        else { return nil }
        self.tree = tree
    }

    /// A sentence of the message.
    package struct Piece: Sendable {
        /// What is put after the message's key: `[count=other]`, `[gender=female][count=one]`; empty when nothing branches.
        package var suffix: String
        package var source: InlineText
        /// The plural category for which it is written.
        package var plural: PluralCategory?
    }

    /// Whether there is a plural or a select in it.
    package var isBranched: Bool {
        if case .choice = tree { true } else { false }
    }

    /// Whether the text has the look of a branched message, before it is parsed: for formats that may hold some.
    package static func isLikely(_ text: String) -> Bool {
        guard text.utf8.contains(0x7B), text.utf8.contains(0x2C) else { return false }
        return ["plural", "select"].contains { word in
            text.utf8.split(separator: 0x2C).dropFirst().contains { part in
                part.drop { $0 == 0x20 || $0 == 0x0A }.starts(with: word.utf8)
            }
        }
    }

    /// The sentences, in the order of the message. With `categories` a plural has those, a missing one taken from `other`,
    /// and its exact numbers (`=0`); without, the ones that the message has. Empty sentences are left out.
    package func pieces(scanner: PlaceholderScanner, categories: [PluralCategory]? = nil) -> [Piece] {
        leaves(of: tree, categories: categories).compactMap { leaf in
            let source = Self.inline(leaf, scanner)
            guard !source.plain.trimmed.isEmpty || !source.codes.isEmpty else { return nil }
            return Piece(suffix: leaf.suffix, source: source, plural: leaf.plural)
        }
    }

    /// The message with the translations of its pieces, by suffix; nil when none is translated. A plural has the
    /// categories of the target that are translated, and all that it had.
    package func write(target: LanguageTag, texts: (String) -> InlineText?) -> String? {
        let own = leaves(of: tree, categories: nil)
        let needed = PluralRules.categories(of: target)
        let all = own + leaves(of: tree, categories: needed)
        var known: [String: InlineText] = [:]
        for leaf in all { known[leaf.suffix] = texts(leaf.suffix) }
        guard !known.isEmpty else { return nil }
        let writer = ICUWriter(source: source, target: needed, texts: known)
        return own.allSatisfy { $0.body != nil } ? writer.patch(tree) : writer.write(tree)
    }

    private func leaves(of tree: ICUTree, categories: [PluralCategory]?) -> [ICUTree.Leaf] {
        switch tree {
        case .leaf(let leaf): return [leaf]
        case .choice(let choice, let variants):
            guard choice.kind == .plural, let categories else {
                return variants.flatMap { leaves(of: $0.tree, categories: categories) }
            }
            let exact = variants.filter { $0.selector.hasPrefix("=") }
            return exact.flatMap { leaves(of: $0.tree, categories: categories) }
                + categories.flatMap { category in
                    ICUTree.variant(category, of: variants, argument: choice.argument).map {
                        leaves(of: $0, categories: categories)
                    } ?? []
                }
        }
    }

    private static func inline(_ leaf: ICUTree.Leaf, _ scanner: PlaceholderScanner) -> InlineText {
        var text = ""
        var data: [String] = []
        for part in leaf.parts {
            switch part {
            case .text(let run): text += run.replacing("\u{FFFC}", with: "\u{FFFD}")
            case .argument(let argument):
                text.unicodeScalars.append(InlineText.place)
                data.append(argument)
            case .number:
                text.unicodeScalars.append(InlineText.place)
                data.append("#")
            case .choice: break
            }
        }
        return scanner.inline(text, filling: data) { run in
            ICUWriter.escape(InlineText(run), inPlural: leaf.isInPlural, isNested: true)
        }
    }
}
