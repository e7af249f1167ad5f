/// The `plural=` expression of a gettext catalog: C's operators over the number `n`
/// (https://www.gnu.org/software/gettext/manual/html_node/Plural-forms.html).
struct PluralFormula: Sendable {
    private indirect enum Node: Sendable {
        case number(Int)
        case variable
        case not(Node)
        case binary(String, Node, Node)
        case choice(Node, Node, Node)
    }

    private let root: Node

    /// Nil for what is no such expression, and for one with more than 100 brackets inside one another or 2,000 bytes.
    init?(_ text: String) {
        guard text.utf8.count <= 2_000, var parser = Parser(text), let node = parser.choice(depth: 0), parser.isAtEnd
        else { return nil }
        root = node
    }

    /// The index of the form for a number; nil when the expression divides by zero.
    func index(for number: Int) -> Int? { Self.value(root, number) }

    private static func value(_ node: Node, _ n: Int) -> Int? {
        switch node {
        case .number(let number): return number
        case .variable: return n
        case .not(let inner): return value(inner, n).map { $0 == 0 ? 1 : 0 }
        case .choice(let condition, let yes, let no):
            guard let chosen = value(condition, n) else { return nil }
            return value(chosen != 0 ? yes : no, n)
        case .binary(let sign, let left, let right):
            guard let left = value(left, n) else { return nil }
            if sign == "&&", left == 0 { return 0 }
            if sign == "||", left != 0 { return 1 }
            guard let right = value(right, n) else { return nil }
            return result(sign, left, right)
        }
    }

    private static func result(_ sign: String, _ left: Int, _ right: Int) -> Int? {
        switch sign {
        case "&&", "||": right != 0 ? 1 : 0
        case "==": left == right ? 1 : 0
        case "!=": left != right ? 1 : 0
        case "<": left < right ? 1 : 0
        case ">": left > right ? 1 : 0
        case "<=": left <= right ? 1 : 0
        case ">=": left >= right ? 1 : 0
        case "+": left &+ right
        case "-": left &- right
        case "*": left &* right
        case "/": right == 0 ? nil : left.dividedReportingOverflow(by: right).partialValue
        case "%": right == 0 ? nil : left.remainderReportingOverflow(dividingBy: right).partialValue
        default: nil
        }
    }

    private struct Parser {
        private let tokens: [String]
        private var next = 0
        private static let deepest = 100
        /// From the loosest to the tightest.
        private static let levels: [Set<String>] = [
            ["||"], ["&&"], ["==", "!="], ["<", ">", "<=", ">="], ["+", "-"], ["*", "/", "%"],
        ]

        init?(_ text: String) {
            var tokens: [String] = []
            var bytes = Array(text.utf8)[...]
            while let byte = bytes.first {
                switch byte {
                case 0x20, 0x09, 0x0A, 0x0D: bytes.removeFirst()
                case 0x30...0x39:
                    let digits = bytes.prefix { (0x30...0x39).contains($0) }
                    tokens.append(String(decoding: digits, as: UTF8.self))
                    bytes = bytes.dropFirst(digits.count)
                default:
                    let pair = String(decoding: bytes.prefix(2), as: UTF8.self)
                    if ["||", "&&", "==", "!=", "<=", ">="].contains(pair) {
                        tokens.append(pair)
                        bytes = bytes.dropFirst(2)
                    } else {
                        let one = String(decoding: bytes.prefix(1), as: UTF8.self)
                        guard ["n", "(", ")", "?", ":", "!", "<", ">", "+", "-", "*", "/", "%"].contains(one) else {
                            return nil
                        }
                        tokens.append(one)
                        bytes.removeFirst()
                    }
                }
            }
            self.tokens = tokens
        }

        var isAtEnd: Bool { next == tokens.count }

        private mutating func take(_ token: String) -> Bool {
            guard next < tokens.count, tokens[next] == token else { return false }
            next += 1
            return true
        }

        mutating func choice(depth: Int) -> Node? {
            guard depth < Self.deepest, let condition = binary(level: 0, depth: depth) else { return nil }
            guard take("?") else { return condition }
            guard let yes = choice(depth: depth + 1), take(":"), let no = choice(depth: depth + 1) else { return nil }
            return .choice(condition, yes, no)
        }

        private mutating func binary(level: Int, depth: Int) -> Node? {
            guard level < Self.levels.count else { return operand(depth: depth) }
            guard var left = binary(level: level + 1, depth: depth) else { return nil }
            while next < tokens.count, Self.levels[level].contains(tokens[next]) {
                let sign = tokens[next]
                next += 1
                guard let right = binary(level: level + 1, depth: depth) else { return nil }
                left = .binary(sign, left, right)
            }
            return left
        }

        private mutating func operand(depth: Int) -> Node? {
            if take("!") {
                guard depth < Self.deepest else { return nil }
                return operand(depth: depth + 1).map { .not($0) }
            }
            if take("(") {
                guard let inner = choice(depth: depth + 1), take(")") else { return nil }
                return inner
            }
            if take("n") { return .variable }
            guard next < tokens.count, let number = Int(tokens[next]) else { return nil }
            next += 1
            return .number(number)
        }
    }
}
