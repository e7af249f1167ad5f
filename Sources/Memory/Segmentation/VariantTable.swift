import Text

/// Which characters count as one and the same when a form is looked for: traditional and simplified, variant and
/// compatibility characters, full and half width, upper and lower case.
///
/// Without a table (`VariantTable()`), width and case are folded and nothing else. One character always folds to one
/// character, so places in the text as given can be told for every place in the folded one.
package struct VariantTable: Sendable {
    /// Canonical character of each character of the Basic Multilingual Plane; `ignored` for those that are passed over.
    let basic: [UInt16]
    /// The same for those beyond it.
    let astral: [UInt32: UInt32]
    /// How many characters a table added to width and case.
    package let count: Int

    /// Stands in `basic` for zero-width characters and variation selectors: they are passed over.
    static let ignored: UInt16 = 0

    package init() { self.init([]) }

    /// Reads `variants.tsv`: on each line a character, a tab, and the character that it counts as. Lines that are
    /// not of this shape are passed over.
    package init(_ bytes: [UInt8]) {
        var basic = Self.widthAndCase
        var astral: [UInt32: UInt32] = [:]
        var count = 0
        for line in bytes.split(separator: 0x0A) {
            let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
            guard fields.count >= 2, let from = Self.onlyScalar(fields[0]), let to = Self.onlyScalar(fields[1]),
                from != to, to != 0
            else { continue }
            count += 1
            if from < 0x10000 {
                // What lies beyond the plane is never canonical for what lies in it.
                if to < 0x10000 { basic[Int(from)] = UInt16(to) }
            } else {
                astral[from] = to
            }
        }
        // Chains end after a few steps in an honest table; a circle must not hang.
        for index in 0..<basic.count where basic[index] != UInt16(index) && basic[index] != Self.ignored {
            var step = 0
            while step < 4, basic[Int(basic[index])] != basic[index], basic[Int(basic[index])] != Self.ignored {
                basic[index] = basic[Int(basic[index])]
                step += 1
            }
        }
        for (from, to) in astral where to < 0x10000 { astral[from] = UInt32(basic[Int(to)]) }
        self.basic = basic
        self.astral = astral
        self.count = count
    }

    /// A Chinese text in the characters that forms are compared in: simplified ones where the table is that of OpenCC.
    package func simplified(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            out.append(scalar.isHan ? folded(scalar.value).flatMap(Unicode.Scalar.init) ?? scalar : scalar)
        }
        return String(out)
    }

    /// The character that counts for a character; nil for one that is passed over.
    func folded(_ scalar: UInt32) -> UInt32? {
        if scalar < 0x10000 {
            let canonical = basic[Int(scalar)]
            return canonical == Self.ignored && scalar != 0 ? nil : UInt32(canonical)
        }
        if (0xE0100...0xE01EF).contains(scalar) { return nil }
        return astral[scalar] ?? scalar
    }

    /// A text in canonical characters.
    func folded(_ text: String) -> [UInt32] { text.unicodeScalars.compactMap { folded($0.value) } }

    private static func onlyScalar(_ bytes: ArraySlice<UInt8>) -> UInt32? {
        guard bytes.count <= 4 else { return nil }
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&iterator), case .emptyInput = decoder.decode(&iterator)
        else { return nil }
        return scalar.value
    }

    private static let widthAndCase: [UInt16] = {
        var table = [UInt16](0...0xFFFF)
        for letter in 0x41...0x5A { table[letter] = UInt16(letter + 0x20) }
        // Latin, Greek, Cyrillic and Armenian letters, where one letter has one lower case.
        for range in [0xC0...0x24F, 0x370...0x587, 0x1E00...0x1FFF] {
            for value in range {
                guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
                let lower = scalar.properties.lowercaseMapping.unicodeScalars
                if lower.count == 1, let first = lower.first, first.value < 0x10000 {
                    table[value] = UInt16(first.value)
                }
            }
        }
        for wide in 0xFF01...0xFF5E { table[wide] = table[wide - 0xFEE0] }
        table[0x3000] = 0x20
        table[0xA0] = 0x20
        table[0x2019] = 0x27
        for passed in [0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF] { table[passed] = ignored }
        for selector in 0xFE00...0xFE0F { table[selector] = ignored }
        return table
    }()
}
