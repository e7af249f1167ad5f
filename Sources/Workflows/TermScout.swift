internal import Glibc
internal import Memory
internal import Text

extension PlanTermChange {
    /// Looks for a term and its old forms with as little work as can be: most units have neither.
    struct Scout {
        let rewriter: TermRewriter
        /// The old target forms.
        let olds: Set<String>
        /// Another term has an old form as its own.
        let isSharedOld: Bool
        /// Old and new are names: where they stand, the term is meant, also when the source leaves it out.
        let isName: Bool
        private let traces: [[UInt8]]
        private let sources: TermMatcher
        private let news: TermRewriter

        init(_ outcome: TermChange.Outcome, own: [Term], others: [Term], locale: LanguageTag) {
            let changes = outcome.replacements.map {
                TermRewriter.Change($0.old, $0.new, isInflected: $0.isInflected)
            }
            let forms = others.flatMap { [$0.target] + $0.alternatives }
            // Forms of the concept that stay as they are: 李天明 when 天明 gets another name.
            let kept = own.filter { !outcome.sources.contains($0.source) }.map(\.target)
            rewriter = TermRewriter(changes, kind: outcome.after.kind, locale: locale, others: forms + kept)
            olds = Set(changes.map(\.old))
            isSharedOld = !olds.isDisjoint(with: forms)
            isName =
                [.person, .place, .organization].contains(outcome.after.kind)
                || (outcome.after.kind == .other && changes.allSatisfy { Self.isCapitalized($0.old) })
            traces = changes.isEmpty ? [] : rewriter.traces.map { Array($0.utf8) }
            sources = TermMatcher(
                own.filter { outcome.sources.contains($0.source) },
                variants: own.isEmpty ? nil : Dictionaries.installed().variants
            )
            news = TermRewriter(
                finding: own.flatMap { [$0.target] + $0.alternatives + $0.inflected },
                locale: locale
            )
        }

        /// Whether no text is looked for at all.
        var isIdle: Bool { traces.isEmpty && sources.terms.isEmpty }

        func hasTrace(_ text: String) -> Bool {
            guard !traces.isEmpty else { return false }
            var text = text
            return text.withUTF8 { bytes in traces.contains { Self.holds(bytes, $0) } }
        }

        /// Whether bytes are a part of others.
        private static func holds(_ bytes: UnsafeBufferPointer<UInt8>, _ part: [UInt8]) -> Bool {
            guard let first = part.first, let start = bytes.baseAddress, part.count <= bytes.count else { return false }
            var offset = 0
            let last = bytes.count - part.count
            while offset <= last, let found = memchr(start + offset, Int32(first), last - offset + 1) {
                offset = UnsafeRawPointer(found) - UnsafeRawPointer(start)
                if memcmp(start + offset, part, part.count) == 0 { return true }
                offset += 1
            }
            return false
        }

        /// Whether a form of the term may be in a source, boundaries not looked at.
        func mayHold(_ source: String) -> Bool { !sources.terms.isEmpty && !sources.matches(in: source).isEmpty }

        func holdsNewForm(_ text: String) -> Bool { news.holdsForm(text) }

        private static func isCapitalized(_ form: String) -> Bool {
            form.split(separator: " ").allSatisfy { $0.first?.isUppercase == true }
        }
    }
}

/// The pronouns of a language that tell a person's gender, as far as a change of gender looks for them.
struct GenderWords {
    private let male: Set<String>
    private let female: Set<String>

    /// Nil for a language whose pronouns are not known here.
    init?(language: String) {
        switch language {
        case "en":
            male = ["he", "him", "his", "himself"]
            female = ["she", "her", "hers", "herself"]
        case "es": (male, female) = (["él"], ["ella"])
        case "fr": (male, female) = (["il", "lui"], ["elle"])
        case "de":
            (male, female) = (
                ["er", "ihm", "ihn", "sein", "seine", "seiner", "seinem", "seinen"], ["sie", "ihr", "ihre"]
            )
        case "it": (male, female) = (["egli", "lui"], ["ella", "lei"])
        case "pt": (male, female) = (["ele", "dele", "nele"], ["ela", "dela", "nela"])
        case "ru":
            (male, female) = (
                ["он", "его", "ему", "ним", "нём", "него", "нему"], ["она", "её", "ее", "ей", "ней", "неё", "нее"]
            )
        default: return nil
        }
    }

    /// The first pronoun of a gender in a text; of any gender when none is given.
    func first(of gender: Term.Gender?, in text: String) -> String? {
        let wanted: Set<String>
        switch gender {
        case .male: wanted = male
        case .female: wanted = female
        case .neutral, nil: wanted = male.union(female)
        }
        for word in text.split(whereSeparator: { !$0.isLetter }) where wanted.contains(word.lowercased()) {
            return String(word)
        }
        return nil
    }
}
