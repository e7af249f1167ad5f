package import Text

/// What an engine is asked to translate in one go: neighbouring units with what is known around them.
package struct Batch: Sendable {
    package var source: LanguageTag
    package var target: LanguageTag
    package var items: [Item]
    /// The lines just before the first item, oldest first.
    package var context: [Line]
    /// The terms that occur in the items, and only these.
    package var terms: [Term]
    /// The people present, also where their names are dropped.
    package var people: [Term]
    /// People whose surname stands before a title in the items, whether they are told of or not.
    package var families: [Term]
    /// How the edition should sound, one or two sentences; from the settings.
    package var style: String?
    /// Lines like those of the items, with the translations that a memory has for them.
    package var examples: [Line]

    package init(
        source: LanguageTag,
        target: LanguageTag,
        items: [Item],
        context: [Line] = [],
        terms: [Term] = [],
        people: [Term] = [],
        families: [Term] = [],
        style: String? = nil,
        examples: [Line] = []
    ) {
        self.examples = examples
        self.source = source
        self.target = target
        self.items = items
        self.context = context
        self.terms = terms
        self.people = people
        self.families = families
        self.style = style
    }

    /// One unit of a batch.
    package struct Item: Sendable {
        /// 1 and up within the batch; echoed by engines that answer in JSON.
        package var id: Int
        package var text: InlineText
        package var kind: Unit.Kind
        /// What the file says about the text, in a few words for the engine: who speaks, how long it may be, what it is for.
        package var remark: String?
        /// What was wrong with an earlier answer, as a sentence to the engine; nil on the first try.
        package var complaint: String?

        package init(
            id: Int,
            text: InlineText,
            kind: Unit.Kind = .paragraph,
            remark: String? = nil,
            complaint: String? = nil
        ) {
            self.id = id
            self.text = text
            self.kind = kind
            self.remark = remark
            self.complaint = complaint
        }
    }

    /// A line of context; the target is nil where it is not translated yet.
    package struct Line: Hashable, Sendable {
        package var source: String
        package var target: String?

        package init(source: String, target: String?) {
            self.source = source
            self.target = target
        }
    }
}

/// What an engine said, not yet verified.
package struct Answer: Sendable {
    /// Answers in the order in which they came. An engine that numbers nothing gives the ids in order.
    package var texts: [Text]
    package var usage: Usage
    /// The answer was cut at the token limit.
    package var isCut: Bool

    package init(texts: [Text], usage: Usage, isCut: Bool = false) {
        self.texts = texts
        self.usage = usage
        self.isCut = isCut
    }

    package struct Text: Hashable, Sendable {
        package var id: Int
        /// In tagged form, see `InlineText.tagged`.
        package var tagged: String

        package init(id: Int, tagged: String) {
            self.id = id
            self.tagged = tagged
        }
    }
}

/// What requests cost.
package struct Usage: Hashable, Sendable, Codable {
    package var requests: Int
    /// Tokens sent, cached ones included.
    package var inputTokens: Int
    /// Of the tokens sent, those that the endpoint had cached.
    package var cachedTokens: Int
    package var outputTokens: Int
    /// Seconds in which a request was open, added over requests.
    package var seconds: Double
    /// Whether any count was estimated because the endpoint reported none.
    package var isEstimated: Bool

    package init(
        requests: Int = 0,
        inputTokens: Int = 0,
        cachedTokens: Int = 0,
        outputTokens: Int = 0,
        seconds: Double = 0,
        isEstimated: Bool = false
    ) {
        self.requests = requests
        self.inputTokens = inputTokens
        self.cachedTokens = cachedTokens
        self.outputTokens = outputTokens
        self.seconds = seconds
        self.isEstimated = isEstimated
    }

    package static func + (left: Usage, right: Usage) -> Usage {
        Usage(
            requests: left.requests + right.requests,
            inputTokens: left.inputTokens + right.inputTokens,
            cachedTokens: left.cachedTokens + right.cachedTokens,
            outputTokens: left.outputTokens + right.outputTokens,
            seconds: left.seconds + right.seconds,
            isEstimated: left.isEstimated || right.isEstimated
        )
    }

    /// What was added between two counts.
    init(difference after: Usage, _ before: Usage) {
        self.init(
            requests: after.requests - before.requests,
            inputTokens: after.inputTokens - before.inputTokens,
            cachedTokens: after.cachedTokens - before.cachedTokens,
            outputTokens: after.outputTokens - before.outputTokens,
            seconds: after.seconds - before.seconds,
            isEstimated: after.isEstimated
        )
    }

    package static func += (left: inout Usage, right: Usage) { left = left + right }
}
