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
        /// Whether `#` means a number.
        var isInPlural = false
        /// Where the leaf's text stands by itself in the message; nil when it had to be put together.
        var body: Range<Int>?
        /// The selectors taken on the way.
        var path: [(argument: String, selector: String)]
    }

    /// A message with more leaves is not taken apart.
    private static let leafLimit = 96
    /// Nor is one with more choices one after another: each is a call on the stack.
    private static let depthLimit = 48
    /// How many times the length of the message its sentences may have.
    private static let growthLimit = 32

    /// Nil when there would be too many sentences.
    static func build(_ parts: [ICUPart], messageLength: Int) -> ICUTree? {
        var builder = Builder(messageLength: messageLength)
        let tree = builder.tree(parts, Leaf(parts: [], suffix: "", plural: nil, body: 0..<messageLength, path: []))
        return builder.isOver || tree.largestCount > messageLength + 24 ? nil : tree
    }

    /// How many sentences there are when a target has all categories: choices multiply.
    private var largestCount: Int {
        switch self {
        case .leaf: return 1
        case .choice(let choice, let variants):
            let counts = variants.map(\.tree.largestCount)
            let sum = counts.reduce(0) { min($0 + $1, 1_000_000) }
            guard choice.kind == .plural else { return sum }
            let own = variants.count { PluralCategory(rawValue: $0.selector) != nil }
            let other = zip(variants, counts).first { $0.0.selector == "other" }?.1 ?? 0
            return min(sum + (PluralCategory.allCases.count - own) * other, 1_000_000)
        }
    }

    private struct Builder {
        let messageLength: Int
        var leaves = 0
        var depth = 0
        /// Bytes of text in the leaves, which share what stands around a choice.
        var length = 0
        var isOver = false

        mutating func tree(_ parts: [ICUPart], _ place: Leaf) -> ICUTree {
            depth += 1
            defer { depth -= 1 }
            if depth > ICUTree.depthLimit { isOver = true }
            guard
                let index = parts.firstIndex(where: { if case .choice = $0 { true } else { false } }),
                case .choice(let choice) = parts[index], !isOver
            else {
                leaves += 1
                for case .text(let run) in parts { length += run.utf8.count }
                if leaves > ICUTree.leafLimit || length > ICUTree.growthLimit * messageLength { isOver = true }
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
                if choice.kind != .select { next.isInPlural = true }
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
