/// Where markup and placeholders stand in a text that has no inline codes of its own, so that their digits are not read as
/// numbers: `{0}`, `%1$s`, `<color=#FF0000>`, `\C[2]`, `[v 3]`, links.
struct CodeSpans {
    private let scalars: [Unicode.Scalar]
    private let hasAny: Bool

    init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
        hasAny = scalars.contains { scalar in
            switch scalar {
            case "{", "<", "%", "\\", "$", "#", "&", "/", "@": true
            default: false
            }
        }
    }

    /// The end of the code that the digit at `index` stands in; nil when it stands in none.
    func end(at index: Int) -> Int? {
        guard hasAny else { return nil }
        var place = index - 1
        var hasSpace = false
        // A code is short and begins near by.
        let limit = max(0, index - 60)
        while place >= limit {
            let scalar = scalars[place]
            switch scalar {
            case "{": return close("}", after: index)
            case "<":
                return scalars.indices.contains(place + 1) && opensTag(scalars[place + 1])
                    ? close(">", after: index) : nil
            case "}", ">", "\n", "。", "，", "！", "？": return nil
            case "%":
                return place == index - 1 || scalars[(place + 1)..<index].allSatisfy(isDigitOrMark)
                    ? printfEnd(index) : nil
            case "[":
                // \C[2], \N[12]: a letter or two and a backslash before the bracket.
                guard place >= 2 else { return nil }
                let isEscape = scalars[max(0, place - 4)..<place].contains("\\")
                return isEscape ? close("]", after: index) : nil
            case "\\": return index - place <= 4 ? index + 1 : nil
            case "#", "&":
                guard
                    scalars[(place + 1)..<index].allSatisfy({ $0.isASCII && $0.properties.isAlphabetic || isDigit($0) })
                else {
                    return nil
                }
                return runEnd(index)
            case "/", "@":
                // A link or a path: no white space nor Han up to here.
                if hasSpace { break }
                if scalars[max(0, place - 1)] == "/" || scalar == "@" { return runEnd(index) }
            case " ": hasSpace = true
            default:
                if scalar.value >= 0x2E80 { return nil }
            }
            place -= 1
        }
        return nil
    }

    private func opensTag(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar == "/" || scalar == "#")
    }

    private func close(_ mark: Unicode.Scalar, after index: Int) -> Int? {
        scalars[index...].prefix(60).firstIndex(of: mark).map { $0 + 1 }
    }

    private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
    private func isDigitOrMark(_ scalar: Unicode.Scalar) -> Bool {
        isDigit(scalar) || ".$-+#*".unicodeScalars.contains(scalar)
    }

    /// `%1$s`, `%02d`: digits and then a letter of a conversion.
    private func printfEnd(_ index: Int) -> Int? {
        var end = index
        while end < scalars.count, isDigitOrMark(scalars[end]) { end += 1 }
        guard end < scalars.count, "sdifuxXcegGp@l".unicodeScalars.contains(scalars[end]) else { return nil }
        return end + 1
    }

    private func runEnd(_ index: Int) -> Int {
        var end = index
        while end < scalars.count, scalars[end].isASCII, scalars[end].value > 0x20 { end += 1 }
        return max(end, index + 1)
    }
}
