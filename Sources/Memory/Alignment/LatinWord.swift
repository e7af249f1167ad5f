/// Words of texts that write spaces between them, brought to a form under which their inflections meet.
enum LatinWord {
    /// Letters of a word in lower case, without possessive ending; English endings taken off: `walked`, `walking` → `walk`.
    static func stem(_ word: String, isEnglish: Bool) -> String {
        guard isEnglish else {
            // Other languages inflect at the end, too: the first letters tell most of it.
            return word.unicodeScalars.count > 6
                ? String(String.UnicodeScalarView(word.unicodeScalars.prefix(6))) : word
        }
        var bytes = Array(word.utf8)
        guard bytes.count > 3, bytes.allSatisfy({ $0 < 0x80 }) else { return word }
        if let irregular = irregular[word] { return irregular }
        func ends(_ ending: StaticString) -> Bool {
            let count = ending.utf8CodeUnitCount
            guard bytes.count >= count + 2 else { return false }
            return ending.withUTF8Buffer { bytes.suffix(count).elementsEqual($0) }
        }
        func undouble() {
            guard bytes.count > 3, let last = bytes.last, bytes[bytes.count - 2] == last, !"lsz".utf8.contains(last)
            else {
                return
            }
            bytes.removeLast()
        }
        if ends("ies") || ends("ied") {
            bytes.removeLast(3)
            bytes.append(UInt8(ascii: "y"))
        } else if ends("sses") || ends("shes") || ends("ches") || ends("xes") {
            bytes.removeLast(2)
        } else if ends("s"), !ends("ss"), !ends("us"), !ends("is") {
            bytes.removeLast()
        }
        if ends("ing"), bytes.count > 5 {
            bytes.removeLast(3)
            undouble()
        } else if ends("ed"), bytes.count > 4 {
            bytes.removeLast(2)
            undouble()
        } else if ends("ly"), bytes.count > 5 {
            bytes.removeLast(2)
        }
        if bytes.count > 3, bytes.last == UInt8(ascii: "e") { bytes.removeLast() }
        if bytes.count > 3, bytes.last == UInt8(ascii: "y") { bytes[bytes.count - 1] = UInt8(ascii: "i") }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let irregular: [String: String] = [
        "went": "go", "gone": "go", "goes": "go", "said": "say", "says": "say", "told": "tell", "came": "com",
        "took": "tak", "taken": "tak", "knew": "know", "known": "know", "thought": "think", "stood": "stand",
        "brought": "bring", "gave": "giv", "given": "giv", "found": "find", "felt": "feel", "left": "leav",
        "kept": "keep", "began": "begin", "begun": "begin", "wrote": "writ", "written": "writ", "spoke": "speak",
        "spoken": "speak", "died": "die", "dies": "die", "dying": "die", "dead": "die", "death": "die", "heard": "hear",
        "held": "hold", "made": "mak", "sent": "send", "fell": "fall", "fallen": "fall", "broke": "break",
        "broken": "break", "women": "woman", "children": "child", "lives": "life", "wives": "wife", "slept": "sleep",
        "drank": "drink", "drunk": "drink", "fought": "fight", "bought": "buy", "sold": "sell", "paid": "pay",
        "killed": "kill", "swords": "sword", "feet": "foot", "teeth": "tooth", "better": "good", "best": "good",
        "worse": "bad", "worst": "bad", "sword": "sword", "laughed": "laugh", "wore": "wear", "grew": "grow",
        "flew": "fly", "threw": "throw", "drew": "draw", "blew": "blow", "sang": "sing", "hidden": "hid",
        "forgot": "forget",
        "forgotten": "forget", "lost": "los", "loses": "los", "losing": "los", "rose": "ris", "risen": "ris",
        "lying": "lie", "this": "this", "does": "do", "done": "do", "been": "be", "were": "be", "wasn": "be",
    ]
}
