/// East Asian marks in the shapes of Latin script, for text that holds no Han any more: …… as ..., ？ as ?, 【 as [.
package enum NarrowMarks {
    package static func narrow(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0xE2 }) else { return text }
        var result = String.UnicodeScalarView()
        let hasPairs = text.unicodeScalars.count { $0 == "【" } == text.unicodeScalars.count { $0 == "】" }
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "。", "．": result.append(".")
            case "、": result.append(",")
            case "…": if previous != "…" { result.append(contentsOf: "...".unicodeScalars) }
            case "—": if previous != "—" { result.append("—") }
            case "「": result.append("“")
            case "」": result.append("”")
            case "『", "』": result.append("'")
            case "【": if hasPairs { result.append("[") }
            case "】": if hasPairs { result.append("]") }
            case "《", "》", "〈", "〉": break
            case "\u{3000}": result.append(" ")
            case let wide where (0xFF01...0xFF5E).contains(wide.value):
                if let narrow = Unicode.Scalar(wide.value - 0xFEE0) { result.append(narrow) }
            default: result.append(scalar)
            }
            previous = scalar
        }
        return String(result)
    }
}
