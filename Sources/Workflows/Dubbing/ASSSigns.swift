internal import Text

/// Which lines of an ASS file are writing in the picture: those that are placed there, or whose style says so.
struct ASSSigns {
    /// By the time at which a line begins, in hundredths, and its text without blocks.
    private var signs: Set<String> = []

    init(_ bytes: [UInt8]) {
        for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
        where line.hasPrefix("Dialogue:") {
            let fields = line.dropFirst(9).split(separator: ",", maxSplits: 9, omittingEmptySubsequences: false)
            guard fields.count == 10, let start = fields[1].split(separator: " ").first else { continue }
            let style = fields[3].lowercased()
            let isNamed = ["sign", "screen", "title", "note", "屏", "字幕注", "画面"].contains { style.contains($0) }
            guard isNamed || Self.isPlaced(fields[9]) else { continue }
            signs.insert(Self.key(String(start), Self.bare(fields[9])))
        }
    }

    /// Gives lines that are signs their kind; times and texts are those of the file.
    func mark(_ lines: inout [SpokenLine]) {
        guard !signs.isEmpty else { return }
        for index in lines.indices {
            let hundredths = Int((lines[index].time.start * 100).rounded())
            if signs.contains(Self.key(Self.clock(hundredths), lines[index].text)) { lines[index].kind = .onScreen }
        }
    }

    /// `\pos`, `\move` or an alignment in the upper two thirds (`\an4` to `\an9`).
    private static func isPlaced(_ text: Substring) -> Bool {
        guard text.contains("{\\") else { return false }
        return text.contains("\\pos(") || text.contains("\\move(")
            || ["4", "5", "6", "7", "8", "9"].contains { text.contains("\\an\($0)") }
    }

    private static func key(_ start: String, _ text: String) -> String {
        start + " " + String(text.unicodeScalars.filter { !$0.properties.isWhitespace }.map(Character.init))
    }

    /// `0:00:05.20`
    private static func clock(_ hundredths: Int) -> String {
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let seconds = hundredths / 100
        return "\(seconds / 3600):\(two(seconds / 60 % 60)):\(two(seconds % 60)).\(two(hundredths % 100))"
    }

    private static func bare(_ text: Substring) -> String {
        var out = ""
        var isBlock = false
        for character in text.replacing("\\N", with: " ").replacing("\\n", with: " ").replacing("\\h", with: " ") {
            if character == "{" { isBlock = true }
            if !isBlock { out.append(character) }
            if character == "}" { isBlock = false }
        }
        return out
    }
}
