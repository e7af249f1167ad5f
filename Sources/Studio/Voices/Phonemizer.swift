internal import FoundationEssentials
internal import Media
package import Text

/// Text to phonemes by espeak-ng (GPL, so run as a process).
package struct Phonemizer: Sendable {
    package let locale: LanguageTag
    private let espeak: Tool

    package init(_ locale: LanguageTag) throws {
        self.locale = locale
        espeak = try Tools.espeak()
    }

    /// The sentences of each text in IPA. One process for all: it starts in 20 ms and speaks thousands of words a second.
    package func sentences(_ texts: [String]) async throws -> [[String]] {
        let clauses = texts.map { Phonemes.clauses(of: $0) }
        let flat = clauses.flatMap { $0.map(\.text) }
        guard !flat.isEmpty else { return texts.map { _ in [] } }
        var spoken = try await phonemes(flat)[...]
        return clauses.map { clauses in
            defer { spoken = spoken.dropFirst(clauses.count) }
            return Phonemes.sentences(clauses, phonemes: Array(spoken.prefix(clauses.count)))
        }
    }

    /// Each clause is a paragraph of its own; where espeak-ng joins or splits them all the same, each is asked alone.
    private func phonemes(_ clauses: [String]) async throws -> [String] {
        let together = try await ask(clauses.joined(separator: "\n\n"))
        if together.count == clauses.count { return together }
        var alone: [String] = []
        for clause in clauses { alone.append(try await ask(clause).joined(separator: " ")) }
        return alone
    }

    private func ask(_ text: String) async throws -> [String] {
        let output = try await espeak.run(
            ["-q", "--ipa", "-b", "1", "-v", EspeakVoices.name(for: locale), "--stdin"],
            input: Array(text.utf8)
        )
        return String(decoding: output, as: UTF8.self).split(whereSeparator: \.isNewline).map(Self.cleaned)
    }

    /// Without the marks for a change of language: `(en)`.
    private static func cleaned(_ line: Substring) -> String {
        var out = String.UnicodeScalarView()
        var isNote = false
        for scalar in line.unicodeScalars {
            if scalar == "(" { isNote = true }
            if !isNote { out.append(scalar) }
            if scalar == ")" { isNote = false }
        }
        return String(out)
    }
}

/// How espeak-ng calls the languages that it speaks.
package enum EspeakVoices {
    /// ISO 639 codes of the languages of espeak-ng 1.51, with those that are spoken by a near one's voice.
    static let languages =
        """
        af am an ar as az ba be bg bn bpy bs ca chr cmn cs cv cy da de el en eo es et eu fa fi fil fr ga gd gn gu haw he hi \
        hr ht hu hy ia id is it ja ka kk kl kn ko kok ku ky la lb lt ltg lv mi mk ml mr ms mt my nb ne nl no nog om or pa \
        pap pl pt qu ro ru sd shn si sk sl smj sq sr sv sw ta te th tk tl tn tr tt ug uk ur uz vi yue zh
        """.split(separator: " ").map(String.init)

    /// The name for `-v`; a locale that it does not speak gets its language's code, and espeak-ng says so.
    package static func name(for locale: LanguageTag) -> String {
        switch (locale.language, locale.region) {
        case ("en", "GB"): "en-gb"
        case ("en", _): "en-us"
        case ("es", "419"), ("es", "MX"): "es-419"
        case ("pt", "PT"): "pt"
        case ("pt", _): "pt-br"
        case ("fr", _): "fr-fr"
        case ("zh", _): "cmn"
        case ("nb", _), ("no", _): "nb"
        case ("fil", _), ("tl", _): "id"
        default: locale.language
        }
    }
}
