package import Text

/// ICU messages whose forms are not those of the target's locale: no `other`, no `few` in Russian.
package struct PluralForms: Check {
    package static let code = "plural-forms"
    package static let asserts =
        "An ICU message of the source is one in the translation; it has the form `other`, and the plural forms of the target's locale."
    package static let locales = "all; categories of CLDR"
    package static let examples: [CheckExample] = [
        .fails("{n, plural, other {#个苹果}}", "{n, plural, one {# apple}}"),
        .fails("{n, plural, other {#个苹果}}", "{n, plural, one {# яблоко} other {# яблока}}", to: "ru"),
        .fails("{n, plural, other {#个苹果}}", "# apples"),
        .fails("{sex, select, male {他} other {她}}", "{sex, select, male {he} female {she}}"),
        .passes("{n, plural, other {#个苹果}}", "{n, plural, one {# apple} other {# apples}}"),
        .passes(
            "{n, plural, other {#个苹果}}",
            "{n, plural, one {# яблоко} few {# яблока} many {# яблок} other {# яблока}}",
            to: "ru"
        ),
        .passes("{n, plural, other {#个苹果}}", "{n, plural, other {リンゴ#個}}", to: "ja"),
    ]

    private let categories: [PluralCategory]

    package init?(_ context: CheckContext) {
        categories = PluralRules.categories(of: context.target)
    }

    package func findings(in text: PairText) -> [Finding] {
        let hasCodes = text.source.traits.contains(.code) || text.source.traits.contains(.codeMark)
        guard hasCodes, text.pair.source.literal.contains("{") else { return [] }
        let source = Self.messages(text.pair.source.literal)
        let target = Self.messages(text.pair.target.literal)
        guard !source.isEmpty || !target.isEmpty else { return [] }
        func finding(_ severity: Finding.Severity, _ message: String) -> [Finding] {
            [text.finding(Self.code, severity, message)]
        }
        for message in target where !message.forms.contains("other") {
            return finding(.error, "“\(message.name)” has no form “other”, which ICU asks for.")
        }
        for message in source where !target.contains(where: { $0.name == message.name && $0.kind == message.kind }) {
            return finding(.error, "The message “{\(message.name), \(message.kind), …}” is not in the translation.")
        }
        for message in target where message.kind == "plural" {
            let missing = categories.map(\.rawValue).filter { !message.forms.contains($0) }
            // Exact forms (=1) may stand for a category: whoever writes them knows what they do.
            guard let first = missing.first, !message.forms.contains(where: { $0.hasPrefix("=") }) else { continue }
            // Forms for millions and decimals are seldom reached.
            let isRare = first == "many" && categories.count == 3 && !categories.contains(.few)
            if isRare, missing.count == 1 { continue }
            return finding(
                .warning,
                "“\(message.name)” lacks the plural form “\(first)”, which the language has."
            )
        }
        return []
    }

    private struct Message {
        var name: String
        var kind: String
        var forms: [String]
    }

    /// The messages `{name, plural|select|selectordinal, form {…} …}` of a text, nested ones included.
    private static func messages(_ text: String) -> [Message] {
        let bytes = Array(text.utf8)
        guard bytes.count < 100_000 else { return [] }
        var messages: [Message] = []
        var open: [Message?] = []
        var word = 0..<0
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case 0x7B:
                // In a message, a brace opens the form of the word before it.
                if let message = open.last ?? nil, !word.isEmpty {
                    var message = message
                    message.forms.append(String(decoding: bytes[word], as: UTF8.self))
                    open[open.count - 1] = message
                    open.append(nil)
                    index += 1
                } else if let (message, end) = head(bytes, from: index + 1) {
                    open.append(message)
                    index = end
                } else {
                    open.append(nil)
                    index += 1
                }
                word = index..<index
                if open.count > 64 { return [] }
            case 0x7D:
                if let message = open.popLast() ?? nil { messages.append(message) }
                index += 1
                word = index..<index
            case 0x20, 0x0A, 0x0D, 0x09:
                index += 1
                // Space after a form's name keeps it; before one, it begins anew.
                if word.isEmpty { word = index..<index }
            default:
                if word.upperBound < index { word = index..<index }
                index += 1
                word = word.lowerBound..<index
            }
        }
        return messages
    }

    /// `name, plural,` after a brace.
    private static func head(_ bytes: [UInt8], from start: Int) -> (Message, Int)? {
        guard let first = bytes[start...].prefix(60).firstIndex(of: 0x2C),
            let second = bytes[(first + 1)...].prefix(20).firstIndex(of: 0x2C)
        else { return nil }
        let name = String(decoding: bytes[start..<first], as: UTF8.self).trimmed
        let kind = String(decoding: bytes[(first + 1)..<second], as: UTF8.self).trimmed
        guard ["plural", "select", "selectordinal"].contains(kind), !name.isEmpty,
            !name.utf8.contains(where: { $0 == 0x7B || $0 == 0x7D })
        else { return nil }
        return (Message(name: name, kind: kind, forms: []), second + 1)
    }
}
