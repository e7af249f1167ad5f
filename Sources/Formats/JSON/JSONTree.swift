import Text

/// A JSON file as a flat list of values in the order of the file, for formats that look around before they read.
///
/// Runs of numbers and words inside an array are one node, so a tree stays small beside its file.
struct JSONTree: Sendable {
    let utf8: [UInt8]
    private(set) var nodes: [Node] = []
    private(set) var problems: [JSONProblem] = []
    private(set) var style = JSONStyle()

    struct Node: Sendable {
        var kind: Kind
        var hasEscapes: Bool
        /// The key has escapes, or is bare.
        var keyHasEscapes: Bool
        /// For strings and quoted keys without the quotes; for containers with their brackets.
        var start: UInt32
        var stop: UInt32
        /// Of the key of a member; how many values it is for a run of scalars in an array.
        var keyStart: UInt32
        var keyStop: UInt32
        /// The index behind the last node inside of it.
        var next: UInt32

        var range: Range<Int> { Int(start)..<max(Int(start), Int(stop)) }
        var keyRange: Range<Int> { Int(keyStart)..<max(Int(keyStart), Int(keyStop)) }
    }

    enum Kind: UInt8, Sendable { case object, array, string, scalar, broken }

    init(_ utf8: [UInt8], from start: Int) {
        self.utf8 = utf8
        utf8.withUnsafeBufferPointer { build($0, start) }
    }

    private mutating func build(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) {
        var scanner = JSONScanner(bytes, from: position)
        var open: [Int] = []
        var key: (range: Range<Int>, hasEscapes: Bool)?
        var style = JSONStyle()
        var isInRun = false
        while true {
            let token = scanner.next()
            let continuesRun = isInRun && token == .scalar
            isInRun = false
            switch token {
            case .key:
                key = (scanner.start..<scanner.stop, scanner.hasEscapes)
                continue
            case .objectEnd, .arrayEnd:
                if let top = open.popLast() { close(top, at: scanner.stop) }
                key = nil
                continue
            case .end:
                while let top = open.popLast() { close(top, at: scanner.stop) }
                problems = scanner.problems
                self.style = style.settled(in: utf8[position...])
                return
            case .objectStart, .arrayStart, .string, .scalar, .broken: break
            }
            // What follows a bracket that closes the root too early still belongs to it.
            if open.isEmpty, !nodes.isEmpty { open.append(0) }
            let isMember = open.last.map { nodes[$0].kind == .object } ?? false
            isInRun = token == .scalar && !isMember
            if continuesRun, isInRun, let last = nodes.indices.last {
                nodes[last].stop = UInt32(scanner.stop)
                nodes[last].keyStart += 1
                continue
            }
            if token == .string, scanner.hasEscapes { style.learn(from: bytes, scanner.start..<scanner.stop) }
            var node = Node(
                kind: Self.kind(of: token),
                hasEscapes: scanner.hasEscapes,
                keyHasEscapes: key?.hasEscapes ?? false,
                start: UInt32(scanner.start),
                stop: UInt32(scanner.stop),
                keyStart: UInt32(key?.range.lowerBound ?? 0),
                keyStop: UInt32(key?.range.upperBound ?? 0),
                next: UInt32(nodes.count + 1)
            )
            if token == .scalar, !isMember { node.keyStart = 1 }
            if token == .objectStart || token == .arrayStart { open.append(nodes.count) }
            nodes.append(node)
            key = nil
        }
    }

    private mutating func close(_ index: Int, at stop: Int) {
        nodes[index].stop = UInt32(stop)
        nodes[index].next = UInt32(nodes.count)
    }

    private static func kind(of token: JSONScanner.Token) -> Kind {
        switch token {
        case .objectStart: .object
        case .arrayStart: .array
        case .string: .string
        case .scalar: .scalar
        default: .broken
        }
    }
}

// MARK: Walking

extension JSONTree {
    /// The index of the outermost value; nil for a file without one.
    var root: Int? { nodes.isEmpty ? nil : 0 }

    func kind(_ node: Int) -> Kind { nodes[node].kind }

    /// The values directly inside of a container, as indexes of nodes.
    func children(_ node: Int) -> Children {
        guard kind(node) == .object || kind(node) == .array else { return Children(tree: self, position: 0, end: 0) }
        return Children(tree: self, position: node + 1, end: Int(nodes[node].next))
    }

    struct Children: Sequence, IteratorProtocol {
        let tree: JSONTree
        var position: Int
        let end: Int

        mutating func next() -> Int? {
            guard position < end else { return nil }
            defer { position = Int(tree.nodes[position].next) }
            return position
        }
    }

    /// The value of the first member of this name.
    func member(_ name: String, of node: Int) -> Int? {
        guard kind(node) == .object else { return nil }
        return children(node).first { isKey(name, of: $0) }
    }

    /// The value at a place of an array; nil for a number, since runs of numbers are one node.
    func element(_ place: Int, of node: Int) -> Int? {
        guard kind(node) == .array else { return nil }
        var passed = 0
        for child in children(node) {
            if passed == place { return kind(child) == .scalar && nodes[child].keyStart > 1 ? nil : child }
            passed += kind(child) == .scalar ? Int(nodes[child].keyStart) : 1
            if passed > place { return nil }
        }
        return nil
    }

    func isKey(_ name: String, of node: Int) -> Bool {
        let node = nodes[node]
        if node.keyHasEscapes { return key(node) == name }
        return node.keyRange.count == name.utf8.count && utf8[node.keyRange].elementsEqual(name.utf8)
    }

    func key(_ node: Int) -> String { key(nodes[node]) }

    private func key(_ node: Node) -> String {
        text(node.keyRange, hasEscapes: node.keyHasEscapes) ?? literal(node.keyRange)
    }

    /// The text of a string; nil for what is no string or has a bad escape.
    func text(_ node: Int?) -> String? {
        guard let node, kind(node) == .string else { return nil }
        return text(nodes[node].range, hasEscapes: nodes[node].hasEscapes)
    }

    /// The text of a part of a string.
    func text(in range: Range<Int>) -> String? { text(range, hasEscapes: true) }

    /// The bytes of a value as text: for numbers and words.
    func literal(_ node: Int) -> String { literal(nodes[node].range) }

    private func literal(_ range: Range<Int>) -> String {
        utf8.withUnsafeBufferPointer { JSONString.plain($0, range) }
    }

    private func text(_ range: Range<Int>, hasEscapes: Bool) -> String? {
        utf8.withUnsafeBufferPointer { JSONString.decode($0, range, hasEscapes: hasEscapes) }
    }

    /// The whole number that a member or the first of a run is.
    func integer(_ node: Int?) -> Int? {
        guard let node, kind(node) == .scalar else { return nil }
        return Int(literal(nodes[node].range.prefix(while: { JSONBytes.isNumeral(utf8[$0]) })))
    }

    /// The value with its quotes, for a string.
    func whole(_ node: Int) -> Range<Int> {
        let range = nodes[node].range
        return kind(node) == .string ? range.lowerBound - 1..<range.upperBound + 1 : range
    }

    /// Where a member or an element begins: at the quote of its key, if it has one.
    func beginning(_ node: Int) -> Int {
        let node = nodes[node]
        guard node.keyStop > 0 else { return node.kind == .string ? Int(node.start) - 1 : Int(node.start) }
        let start = Int(node.keyStart)
        return start > 0 && (utf8[start - 1] == 0x22 || utf8[start - 1] == 0x27) ? start - 1 : start
    }

    /// The white space before a place.
    func space(before place: Int) -> Range<Int> {
        var start = place
        while start > 0, [0x20, 0x09, 0x0A, 0x0D].contains(utf8[start - 1]) { start -= 1 }
        return start..<place
    }
}
