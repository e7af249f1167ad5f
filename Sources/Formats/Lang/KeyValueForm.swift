import Text

/// How a value on one line is written, in files that have no escapes but `\n` at most.
struct KeyValueForm: Sendable {
    /// The value stands in double quotes, which are outside the hole.
    var isQuoted = false
    /// A tab before `#` begins a comment (Bedrock).
    var endsAtTabbedHash = false

    func escape(_ text: String) -> String {
        var text = text.replacing("\r\n", with: "\\n").replacing("\n", with: "\\n").replacing("\r", with: "\\n")
        if isQuoted { text = text.replacing("\"", with: "\\\"") }
        if endsAtTabbedHash { text = text.replacing("\t#", with: " #") }
        return text
    }
}
