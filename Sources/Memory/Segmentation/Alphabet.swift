/// Numbers for the characters that some set of words is written with, from 1 for the most used, and what kind of
/// character every other one is. Variants have the number of the character that they count as.
struct Alphabet: Sendable {
    /// By character of the Basic Multilingual Plane: its number, or one of the marks below.
    let basic: [UInt16]
    /// The same for those beyond it that have a number or count as one that has.
    let astral: [UInt32: UInt16]
    /// How many characters have numbers.
    let count: Int

    /// Marks lie above all numbers.
    static let firstMark: UInt16 = 0xFF00
    /// A Han character of no word.
    static let strangeHan: UInt16 = 0xFF00
    static let letter: UInt16 = 0xFF01
    static let digit: UInt16 = 0xFF02
    /// Punctuation, spaces, symbols.
    static let other: UInt16 = 0xFF03
    /// Passed over.
    static let ignored: UInt16 = 0xFF04

    init(basic: [UInt16], astral: [UInt32: UInt16], count: Int) {
        self.basic = basic
        self.astral = astral
        self.count = count
    }

    /// - Parameter scalars: folded characters, in the order of their numbers.
    init(_ scalars: [UInt32], variants: VariantTable) {
        var numbers: [UInt32: UInt16] = [:]
        for scalar in scalars.prefix(Int(Self.firstMark) - 1) where numbers[scalar] == nil {
            numbers[scalar] = UInt16(numbers.count + 1)
        }
        var own = [UInt16](repeating: 0, count: 0x10000)
        var astral: [UInt32: UInt16] = [:]
        for (scalar, number) in numbers {
            if scalar < 0x10000 { own[Int(scalar)] = number } else { astral[scalar] = number }
        }
        for (from, to) in variants.astral {
            if let number = numbers[to] { astral[from] = number }
        }
        let marks = Self.marks
        basic = [UInt16](unsafeUninitializedCapacity: 0x10000) { buffer, count in
            for scalar in 0..<0x10000 {
                let canonical = Int(variants.basic[scalar])
                let number = own[canonical]
                buffer[scalar] =
                    canonical == 0 && scalar != 0 ? Self.ignored : number != 0 ? number : marks[canonical]
            }
            count = 0x10000
        }
        self.astral = astral
        count = numbers.count
    }

    /// The number of a character beyond the Basic Multilingual Plane.
    func beyond(_ scalar: UInt32) -> UInt16 {
        if let number = astral[scalar] { return number }
        if (0xE0100...0xE01EF).contains(scalar) { return Self.ignored }
        return (0x20000...0x3FFFF).contains(scalar) ? Self.strangeHan : Self.other
    }

    static func isHan(_ number: UInt16) -> Bool { number <= strangeHan }
    static func isWord(_ number: UInt16) -> Bool { number == letter || number == digit }

    /// What kind each folded character is that has no number.
    private static let marks: [UInt16] = {
        var table = [UInt16](repeating: other, count: 0x10000)
        for range in [0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x3005...0x3007] {
            for scalar in range { table[scalar] = strangeHan }
        }
        for range in [
            0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x300...0x36F, 0x370...0x373, 0x376...0x37D,
            0x386...0x481, 0x48A...0x587, 0x5D0...0x5EA, 0x620...0x64A, 0x900...0x963, 0xE01...0xE4E, 0x10A0...0x10FF,
            0x1E00...0x1FFF, 0xAC00...0xD7A3,
        ] {
            for scalar in range { table[scalar] = letter }
        }
        for scalar in 0x30...0x39 { table[scalar] = digit }
        return table
    }()
}

/// A text as numbers of an alphabet, with the place of each character in the bytes of the text.
struct EncodedText {
    /// Numbers of the characters, those passed over left out.
    private(set) var numbers: [UInt16] = []
    /// UTF-8 offset of each character, and of the end.
    private(set) var offsets: [UInt32] = []

    /// Encodes valid UTF-8 of less than 4 GB in place of what was there.
    mutating func encode(_ bytes: UnsafeBufferPointer<UInt8>, with alphabet: Alphabet) {
        let room = bytes.count + 1
        if numbers.count < room {
            numbers = [UInt16](repeating: 0, count: room)
            offsets = [UInt32](repeating: 0, count: room)
        }
        count = numbers.withUnsafeMutableBufferPointer { numbers in
            offsets.withUnsafeMutableBufferPointer { offsets in
                alphabet.basic.withUnsafeBufferPointer { table in
                    Self.encode(bytes, numbers, offsets, table, alphabet)
                }
            }
        }
    }

    /// How many characters; `numbers` and `offsets` may hold more from before.
    private(set) var count = 0

    private static func encode(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ numbers: UnsafeMutableBufferPointer<UInt16>,
        _ offsets: UnsafeMutableBufferPointer<UInt32>,
        _ table: UnsafeBufferPointer<UInt16>,
        _ alphabet: Alphabet
    ) -> Int {
        guard let bytes = UnsafeBufferPointer(rebasing: bytes[...]).baseAddress.map({ (at: $0, count: bytes.count) }),
            let numbers = numbers.baseAddress, let offsets = offsets.baseAddress, let table = table.baseAddress
        else { return 0 }
        var index = 0
        var count = 0
        while index < bytes.count {
            let lead = bytes.at[index]
            let number: UInt16
            offsets[count] = UInt32(truncatingIfNeeded: index)
            // Each length is held against the end, so that a cut-off character cannot read beyond it.
            if lead & 0xF0 == 0xE0, index + 2 < bytes.count {
                let scalar =
                    Int(lead & 0x0F) << 12 | Int(bytes.at[index + 1] & 0x3F) << 6 | Int(bytes.at[index + 2] & 0x3F)
                number = table[scalar]
                index += 3
            } else if lead < 0x80 {
                number = table[Int(lead)]
                index += 1
            } else if lead < 0xE0, index + 1 < bytes.count {
                number = table[Int(lead & 0x1F) << 6 | Int(bytes.at[index + 1] & 0x3F)]
                index += 2
            } else if index + 3 < bytes.count {
                let high = UInt32(lead & 0x07) << 18 | UInt32(bytes.at[index + 1] & 0x3F) << 12
                number = alphabet.beyond(
                    high | UInt32(bytes.at[index + 2] & 0x3F) << 6 | UInt32(bytes.at[index + 3] & 0x3F)
                )
                index += 4
            } else {
                number = Alphabet.other
                index = bytes.count
            }
            numbers[count] = number
            if number != Alphabet.ignored { count += 1 }
        }
        offsets[count] = UInt32(truncatingIfNeeded: bytes.count)
        return count
    }
}
