import Text

/// A message as whole sentences: choices outside, text at the leaves.
///
/// `他有 {n, plural, other {# 个}}苹果` becomes the choice of `n` with the leaf `他有 # 个苹果`: translators get sentences and
/// may move the number.
indirect enum ICUTree: Sendable {
    case leaf(Leaf)
    case choice(ICUChoice, [(selector: String, tree: ICUTree)])

    struct Leaf: Sendable {
        var parts: [ICUPart]
        /// `[n=other]`, `[gender=male][n=one]`; empty for a message without choices.
        var suffix: String
        /// The category of the innermost plural.
        var plural: PluralCategory?
        /// Where the leaf's text stands by itself in the message; nil when it had to be put together.
        var body: Range<Int>?
        /// The selectors taken on the way.
        var path: [(argument: String, selector: String)]
    }

    /// A message with more leaves is not taken apart.
    private static let leafLimit = 96

    /// Nil when there would be too many sentences.
    static func build(_ parts: [ICUPart], messageLength: Int) -> ICUTree? {
        var builder = Builder()
        let tree = builder.tree(parts, Leaf(parts: [], suffix: "", plural: nil, body: 0..<messageLength, path: []))
        return builder.isOver ? nil : tree
    }

    private struct Builder {
        var leaves = 0
        var isOver = false

        mutating func tree(_ parts: [ICUPart], _ place: Leaf) -> ICUTree {
            guard
                let index = parts.firstIndex(where: { if case .choice = $0 { true } else { false } }),
                case .choice(let choice) = parts[index], !isOver
            else {
                leaves += 1
                if leaves > ICUTree.leafLimit { isOver = true }
                var leaf = place
                leaf.parts = parts
                return .leaf(leaf)
            }
            let before = Array(parts[..<index])
            let after = Array(parts[(index + 1)...])
            let isAlone = before.isEmpty && after.isEmpty
            // The same argument again: what was chosen holds.
            if let taken = place.path.last(where: { $0.argument == choice.argument }) {
                let variant = choice.variants.first { $0.selector == taken.selector } ?? choice.other
                var place = place
                place.body = nil
                return tree(before + (variant?.parts ?? []) + after, place)
            }
            let variants = choice.variants.map { variant in
                var next = place
                next.suffix += "[\(choice.argument)=\(variant.selector)]"
                next.path.append((choice.argument, variant.selector))
                if choice.kind == .plural { next.plural = PluralCategory(rawValue: variant.selector) }
                next.body = isAlone && place.body != nil ? variant.body : nil
                let scope = choice.kind == .select ? nil : choice
                let whole = moved(before, into: scope) + variant.parts + moved(after, into: scope)
                return (variant.selector, tree(whole, next))
            }
            return .choice(choice, variants)
        }

        /// `#` of an outer plural would mean the inner one there: it is written out.
        private mutating func moved(_ parts: [ICUPart], into scope: ICUChoice?) -> [ICUPart] {
            guard let scope else { return parts }
            return parts.map { part in
                guard case .number(let argument, let offset) = part, argument != scope.argument else { return part }
                if offset != 0 { isOver = true }
                return .argument("{\(argument), number}")
            }
        }
    }
}
