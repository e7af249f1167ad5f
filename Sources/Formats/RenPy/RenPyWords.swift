/// What a statement says by the words before its first string.
enum RenPyWords {
    /// Words that begin a statement which is no line of dialogue.
    static let keywords: Set<String> = [
        "label", "jump", "call", "return", "show", "hide", "scene", "with", "play", "stop", "queue", "voice", "image",
        "define", "default", "init", "python", "if", "elif", "else", "while", "for", "pass", "menu", "screen",
        "transform",
        "style", "translate", "window", "pause", "camera", "old", "new", "at", "layeredimage", "import", "from", "set",
        "use", "add", "key", "timer", "on", "action", "background", "sound", "movie", "nvl", "testcase", "rpy", "early",
        "text", "textbutton", "imagebutton", "block", "parallel", "choice", "contains", "function", "event", "class",
        "def",
        "try", "except", "global", "del", "assert", "raise",
    ]

    /// Statements of the screen language whose first string is shown.
    static let shown: Set<String> = ["text", "textbutton", "label", "tooltip", "alt"]

    /// What a block holds, by its first word.
    static func block(of head: [Substring], in parent: RenPyBlock) -> RenPyBlock {
        guard let first = head.first else { return parent == .none ? .code : parent }
        switch first {
        case "label", "menu": return .dialogue
        case "if", "elif", "else", "while": return parent == .none ? .dialogue : parent
        case "for": return parent
        case "screen": return .screen
        case "init":
            return head.contains { $0 == "python" } ? .code : .dialogue
        case "python", "image", "transform", "style", "layeredimage", "show", "scene", "hide", "camera", "testcase",
            "class", "def", "try", "except", "with", "play":
            return .code
        default: return parent == .none ? .code : parent
        }
    }

    /// The words of the bytes; nil when something else than words, dots, `@` and `-` is among them.
    static func speaker(_ bytes: [UInt8], _ range: Range<Int>) -> [Substring]? {
        for byte in bytes[range] {
            let isPart = PlaceholderText.isWord(byte) || byte >= 0x80 || [0x20, 0x09, 0x2E, 0x40, 0x2D].contains(byte)
            if !isPart { return nil }
        }
        return bytes.text(range).split { $0 == " " || $0 == "\t" }
    }
}

enum RenPyBlock { case none, dialogue, screen, code }
