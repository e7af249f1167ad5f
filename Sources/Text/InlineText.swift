/// Text with inline codes: what a unit holds, in the source and in a translation.
///
/// Each code is one U+FFFC OBJECT REPLACEMENT CHARACTER in `text`; the n-th of them stands for `codes[n]`. A U+FFFC of the
/// file itself is held as a code too, so the count of U+FFFC always equals `codes.count`.
package struct InlineText: Hashable, Sendable {
    /// The text, each code as one U+FFFC.
    package private(set) var text: String
    /// The codes in the order of their places.
    package private(set) var codes: [InlineCode]

    /// The character that holds the place of a code.
    package static let place: Unicode.Scalar = "\u{FFFC}"

    /// Text without codes. U+FFFC in it becomes a code that writes itself back.
    package init(_ plain: String) {
        text = plain
        codes = []
        guard Self.holdsPlace(plain) else { return }
        for scalar in plain.unicodeScalars where scalar == Self.place {
            codes.append(InlineCode(id: codes.count + 1, role: .standalone, kind: .character, data: "\u{FFFC}"))
        }
    }

    /// Whether U+FFFC (EF BF BC) is in a text: by its bytes, since every text is asked.
    private static func holdsPlace(_ text: String) -> Bool {
        var last: (UInt8, UInt8) = (0, 0)
        for byte in text.utf8 {
            if byte == 0xBC, last == (0xEF, 0xBF) { return true }
            last = (last.1, byte)
        }
        return false
    }

    /// Text with its codes. Returns nil when the places in `text` and `codes` differ in number.
    package init?(text: String, codes: [InlineCode]) {
        guard text.unicodeScalars.count(where: { $0 == Self.place }) == codes.count else { return nil }
        self.text = text
        self.codes = codes
    }

    /// Text whose places are known to be as many as its codes: saves looking for them.
    package init(knownText text: String, codes: [InlineCode]) {
        self.text = text
        self.codes = codes
    }

    package init(parts: [Part]) {
        text = ""
        codes = []
        for part in parts { append(part) }
    }

    /// A run of text or one code.
    package enum Part: Hashable, Sendable {
        case text(String)
        case code(InlineCode)
    }

    package mutating func append(_ part: Part) {
        switch part {
        case .text(let run):
            if run.unicodeScalars.contains(Self.place) {
                for scalar in run.unicodeScalars {
                    text.unicodeScalars.append(scalar)
                    guard scalar == Self.place else { continue }
                    let id = (codes.map(\.id).max() ?? 0) + 1
                    codes.append(InlineCode(id: id, role: .standalone, kind: .character, data: "\u{FFFC}"))
                }
            } else {
                text += run
            }
        case .code(let code):
            text.unicodeScalars.append(Self.place)
            codes.append(code)
        }
    }

    /// The text and the codes in order.
    package var parts: [Part] {
        guard !codes.isEmpty else { return text.isEmpty ? [] : [.text(text)] }
        var parts: [Part] = []
        var run = String.UnicodeScalarView()
        var next = 0
        for scalar in text.unicodeScalars {
            if scalar == Self.place {
                if !run.isEmpty { parts.append(.text(String(run))) }
                run = String.UnicodeScalarView()
                parts.append(.code(codes[next]))
                next += 1
            } else {
                run.append(scalar)
            }
        }
        if !run.isEmpty { parts.append(.text(String(run))) }
        return parts
    }

    /// The text that a reader sees: codes left out, line breaks and visible characters of codes put in.
    package var plain: String {
        codes.isEmpty ? text : filled { $0.visible }
    }

    package var isEmpty: Bool { text.isEmpty }

    /// Text and codes as they stand in the file's string: each code as its data.
    package var literal: String {
        codes.isEmpty ? text : filled { $0.data }
    }

    /// The text with something of each code in its place, byte by byte: files have a million of these.
    private func filled(with content: (InlineCode) -> String) -> String {
        var text = text
        return text.withUTF8 { bytes in
            var output: [UInt8] = []
            output.reserveCapacity(bytes.count + 16 * codes.count)
            var run = 0
            var index = 0
            for code in codes {
                while index + 2 < bytes.count,
                    bytes[index] != 0xEF || bytes[index + 1] != 0xBF || bytes[index + 2] != 0xBC
                {
                    index += 1
                }
                guard index + 2 < bytes.count else { break }
                output += bytes[run..<index]
                var filling = content(code)
                filling.withUTF8 { output += $0 }
                index += 3
                run = index
            }
            output += bytes[run...]
            return String(decoding: output, as: UTF8.self)
        }
    }
}

/// Markup or a placeholder inside a unit that must survive translation (XLIFF 2.1: `sc`, `ec`, `ph`).
package struct InlineCode: Hashable, Sendable, Codable {
    /// 1 and up within the unit; the opening and the closing code of a pair share it.
    package var id: Int
    package var role: Role
    package var kind: Kind
    /// The exact text of the code in the file; it is written back as it is.
    package var data: String
    /// What a reader sees in its place: empty for markup, a line feed for a break, the base text for a ruby.
    package var visible: String

    package init(id: Int, role: Role, kind: Kind, data: String, visible: String = "") {
        self.id = id
        self.role = role
        self.kind = kind
        self.data = data
        self.visible = visible
    }

    package enum Role: String, Sendable, Codable {
        case open, close, standalone
    }

    package enum Kind: String, Sendable, Codable {
        /// Tags around text: emphasis, links, spans, run properties.
        case markup
        /// A forced line break.
        case lineBreak
        /// A ruby annotation or its parts.
        case ruby
        /// The anchor of a footnote, a bookmark or a cross reference.
        case anchor
        /// An image or another object in the line.
        case object
        /// A placeholder that is filled at run time.
        case placeholder
        /// A single character that stands for itself.
        case character
        /// A comment or a processing instruction.
        case comment
    }
}
