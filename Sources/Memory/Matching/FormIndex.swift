internal import Text

/// The forms of all terms in one trie, and the scan that finds every one of them in a text.
///
/// The trie is walked from each character of the text as long as a form goes on. Where characters are three bytes and
/// forms are short, that touches less memory than an automaton with links back, and gives all overlaps.
struct FormIndex: Sendable {
    let alphabet: Alphabet
    let trie: CharacterTrie
    /// Which two characters a form can begin with, as bits by hash: most places of a text are passed over by one look.
    private let pairs: [UInt64]
    /// 32 less the binary logarithm of the number of bits.
    private let pairShift: UInt32
    private let hasSingles: Bool
    /// By slot of the trie: the form that ends there, or -1.
    let formAtSlot: [Int32]
    /// By form: the first of its terms, and by term the next one with the same form; -1 ends.
    let firstTerm: [Int32]
    let nextTerm: [Int32]
    /// By form: whether its first and its last character are letters or digits, of which words are made.
    let ends: [Ends]
    /// By number of the alphabet: what the character is.
    let kinds: [Kind]

    enum Kind: UInt8, Sendable {
        case han, letter, digit, other

        var isWord: Bool { self == .letter || self == .digit }
    }

    struct Ends: Sendable {
        var first: Kind
        var last: Kind
    }

    /// In characters of the encoded text.
    struct Candidate: Sendable {
        var start: Int32
        var length: Int32
        var form: Int32
        var end: Int32 { start + length }
    }

    /// A longer form is not looked for: the scan would take time by its length at every character.
    static let longest = 200

    init(_ terms: [Term], variants: VariantTable) {
        let forms = terms.map { $0.isPattern ? [] : variants.folded($0.source) }
        var counts: [UInt32: Int] = [:]
        let inflected = zip(terms, forms).map { term, form in
            Inflection.forms(form, isName: term.kind == .person || term.source.first?.isUppercase == true)
        }
        for form in forms + inflected.flatMap(\.self) { for scalar in form { counts[scalar, default: 0] += 1 } }
        let alphabet = Alphabet(
            counts.keys.sorted { (counts[$1] ?? 0, $0) < (counts[$0] ?? 0, $1) },
            variants: variants
        )
        var kinds = [Kind](repeating: .other, count: alphabet.count + 1)
        let plain = Alphabet([], variants: variants)
        for scalar in counts.keys {
            let number = Self.number(of: scalar, in: alphabet)
            guard number < kinds.count else { continue }
            switch UInt16(Self.number(of: scalar, in: plain)) {
            case Alphabet.letter: kinds[number] = .letter
            case Alphabet.digit: kinds[number] = .digit
            case Alphabet.strangeHan: kinds[number] = .han
            default: kinds[number] = .other
            }
        }
        var builder = CharacterTrieBuilder(expected: forms.reduce(0) { $0 + $1.count })
        var firstTerm: [Int32] = []
        var nextTerm = [Int32](repeating: -1, count: terms.count)
        var ends: [Ends] = []
        var nodeOfForm: [Int] = []
        var hasSingles = false
        var beginnings: Set<UInt32> = []
        func add(_ form: [UInt32], term: Int) {
            let numbers = form.map { UInt16(Self.number(of: $0, in: alphabet)) }
            guard !numbers.isEmpty, numbers.count <= Self.longest, numbers.allSatisfy({ $0 < Alphabet.firstMark })
            else { return }
            if numbers.count == 1 {
                hasSingles = true
            } else {
                beginnings.insert(UInt32(numbers[0]) << 16 | UInt32(numbers[1]))
            }
            let node = numbers.withUnsafeBufferPointer { builder.node($0) }
            let known = builder.values[node]
            if known != 0 {
                // Terms of one form stay in their order.
                var last = firstTerm[Int(known) - 1]
                while nextTerm[Int(last)] >= 0 { last = nextTerm[Int(last)] }
                if last != Int32(term) { nextTerm[Int(last)] = Int32(term) }
            } else {
                firstTerm.append(Int32(term))
                nodeOfForm.append(node)
                let first = kinds[Int(numbers[0])]
                ends.append(Ends(first: first, last: kinds[Int(numbers[numbers.count - 1])]))
                builder.setValue(UInt32(firstTerm.count), at: node)
            }
        }
        for (term, form) in forms.enumerated() { add(form, term: term) }
        // Forms that do more than add to a word; of those that are no terms themselves.
        for (term, others) in inflected.enumerated() {
            for other in others {
                let numbers = other.map { UInt16(Self.number(of: $0, in: alphabet)) }
                guard numbers.allSatisfy({ $0 < Alphabet.firstMark }) else { continue }
                let node = numbers.withUnsafeBufferPointer { builder.node($0) }
                if builder.values[node] == 0 { add(other, term: term) }
            }
        }
        // Sixteen bits for each beginning, in 8 KB at least and 512 KB at most.
        var bits: UInt32 = 16
        while bits < 22, 1 << bits < beginnings.count * 16 { bits += 1 }
        var pairs = [UInt64](repeating: 0, count: 1 << (bits - 6))
        for pair in beginnings {
            let place = Self.place(UInt16(pair >> 16), UInt16(truncatingIfNeeded: pair), shift: 32 - bits)
            pairs[place >> 6] |= 1 << UInt64(place & 63)
        }
        self.pairs = pairs
        pairShift = 32 - bits
        self.hasSingles = hasSingles
        let (trie, slots) = builder.build { _ in 1 }
        var formAtSlot = [Int32](repeating: -1, count: trie.nodes.count)
        for (form, node) in nodeOfForm.enumerated() { formAtSlot[Int(slots[node])] = Int32(form) }
        self.alphabet = alphabet
        self.kinds = kinds
        self.trie = trie
        self.formAtSlot = formAtSlot
        self.firstTerm = firstTerm
        self.nextTerm = nextTerm
        self.ends = ends
    }

    @inline(__always)
    private static func place(_ first: UInt16, _ second: UInt16, shift: UInt32) -> Int {
        Int(truncatingIfNeeded: (UInt32(first) &* 0x9E37_79B1 &+ UInt32(second) &* 0x85EB_CA6B) &>> shift)
    }

    private static func number(of scalar: UInt32, in alphabet: Alphabet) -> Int {
        Int(scalar < 0x10000 ? alphabet.basic[Int(scalar)] : alphabet.beyond(scalar))
    }

    /// What the character with this number or mark is.
    func kind(_ number: UInt16) -> Kind {
        if Int(number) < kinds.count { return kinds[Int(number)] }
        switch number {
        case Alphabet.strangeHan: return .han
        case Alphabet.letter: return .letter
        case Alphabet.digit: return .digit
        default: return .other
        }
    }

    /// Hands every form found in the text to `body`, by place and then by length: all overlaps, no boundaries judged.
    @inline(__always)
    func scan(_ text: EncodedText, _ body: (Candidate) -> Void) {
        let count = text.count
        text.numbers.withUnsafeBufferPointer { numbers in
            formAtSlot.withUnsafeBufferPointer { forms in
                pairs.withUnsafeBufferPointer { pairs in
                    trie.withReader { reader in
                        var start = 0
                        while start < count {
                            defer { start &+= 1 }
                            let first = numbers[start]
                            // `numbers` has room for one more than `count`; what lies there only fails to match.
                            let place = Self.place(first, numbers[start &+ 1], shift: pairShift)
                            let isPair = pairs[place &>> 6] &>> UInt64(truncatingIfNeeded: place & 63) & 1 != 0
                            if isPair || hasSingles { walk(from: start, count, numbers, forms, reader, body) }
                        }
                    }
                }
            }
        }
    }

    @inline(__always)
    private func walk(
        from start: Int,
        _ count: Int,
        _ numbers: UnsafeBufferPointer<UInt16>,
        _ forms: UnsafeBufferPointer<Int32>,
        _ reader: CharacterTrie.Reader,
        _ body: (Candidate) -> Void
    ) {
        var slot = reader.first(numbers[start])
        var place = start &+ 1
        while slot != 0 {
            if reader.tag(slot) != 0 {
                body(
                    Candidate(
                        start: Int32(truncatingIfNeeded: start),
                        length: Int32(truncatingIfNeeded: place &- start),
                        form: forms[slot]
                    )
                )
            }
            guard place < count else { return }
            slot = reader.child(of: slot, numbers[place])
            place &+= 1
        }
    }
}
