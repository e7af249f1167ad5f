package import Text

/// A measure of old China that is kept or converted, where the market wants the other.
package struct Measure: Check {
    package static let code = "measure"
    package static let asserts = "里, 丈, 尺, 斤 and 两 after a number are kept or converted, as the project's policy says."
    package static let locales =
        "when the policy is set; words of en, es, fr, de, pt, it, id, ru and signs such as km in all"
    package static var severity: Finding.Severity { .warning }
    package static let examples: [CheckExample] = [
        .fails("他走了三十里。", "He walked thirty li.", policy: CheckPolicy(measures: .convert)),
        .fails("他走了三十里。", "He walked ten miles.", policy: CheckPolicy(measures: .keep)),
        .fails("这鱼有三斤重。", "Ce poisson pèse 1,5 kg.", to: "fr", policy: CheckPolicy(measures: .keep)),
        .passes("他走了三十里。", "He walked ten miles.", policy: CheckPolicy(measures: .convert)),
        .passes("他走了三十里。", "He walked thirty li.", policy: CheckPolicy(measures: .keep)),
        .passes("他走了三十公里。", "He walked thirty kilometers.", policy: CheckPolicy(measures: .keep)),
        .passes("他走了三十里。", "He walked thirty li."),
    ]

    private static let old: Set<String> = [
        "li", "zhang", "chi", "jin", "catty", "catties", "cattie", "kati", "tael", "taels", "cun", "ли", "цзинь",
        "чжан",
    ]
    private static let modern: Set<String> = [
        "km", "kms", "kg", "kgs", "g", "m", "cm", "lb", "lbs", "oz", "ft", "mi", "kilometer", "kilometers", "kilometre",
        "kilometres", "mile", "miles", "meter", "meters", "metre", "metres", "foot", "feet", "inch", "inches", "pound",
        "pounds", "ounce", "ounces", "gram", "grams", "kilo", "kilos", "kilogram", "kilograms", "kilómetros", "millas",
        "metros",
        "pies", "libras", "gramos", "kilogramos", "kilomètres", "mètres", "livres", "grammes", "pieds", "kilogrammes",
        "kilomètre",
        "kilometern", "meilen", "metern", "fuß", "pfund", "gramm", "kilogramm", "quilômetros", "quilómetros", "milhas",
        "quilos",
        "gramas", "chilometri", "miglia", "metri", "piedi", "libbre", "grammi", "chili", "meter", "pon", "gram",
        "kilogram",
        "километров", "километра", "миль", "мили", "метров", "метра", "фунтов", "фунта", "граммов", "килограммов", "км",
        "кг",
    ]

    private let policy: MeasurePolicy

    package init?(_ context: CheckContext) {
        guard let policy = context.policy.measures, context.sourceWritesHan, !context.targetWritesHan else {
            return nil
        }
        self.policy = policy
    }

    package func findings(in text: PairText) -> [Finding] {
        let scalars = text.source.scalars
        guard
            let place = scalars.indices.dropFirst().first(where: { index in
                guard "里丈尺斤".unicodeScalars.contains(scalars[index]) else { return false }
                return SourceNumbers.isNumeral(scalars[index - 1])
                    || "几数半多余".unicodeScalars.contains(scalars[index - 1])
            })
        else { return [] }
        let unwanted = policy == .keep ? Self.modern : Self.old
        guard let range = text.targetWords.first(where: { unwanted.contains(word(text, $0)) }) else { return [] }
        let form = text.source.string((place - 1)..<(place + 1))
        let found = text.target.string(range)
        return [
            text.finding(
                Self.code,
                .warning,
                policy == .keep
                    ? "“\(form)” is converted (“\(found)”), and the project keeps old measures."
                    : "“\(form)” is kept (“\(found)”), and the project converts old measures.",
                target: range,
                source: (place - 1)..<(place + 1)
            )
        ]
    }

    /// A word in lower case; Li with a capital is a name.
    private func word(_ text: PairText, _ range: Range<Int>) -> String {
        let word = text.target.string(range)
        return text.target.scalars[range.lowerBound].isCapital ? "" : word
    }
}
