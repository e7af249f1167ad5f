internal import Dispatch
package import Engines
package import Memory
internal import Storage
package import Text

/// Proposes terms from a whole project: by statistics, and better with an engine that answers questions.
///
/// The engine is shown a small cover of passages, so that each of the most frequent proposals stands in two or three; what
/// it says of kind, gender and translation is put to the vote.
package struct MineTerms: Sendable {
    let project: Project
    let source: LanguageTag
    let target: LanguageTag?
    let engine: (any Engine)?
    let options: Options
    let events: EventSink

    package struct Options: Sendable {
        /// Concepts that the project has; they are not proposed again.
        package var known: [Concept]
        /// Occurrences without which nothing is proposed; nil: by the length of the book.
        package var least: Int?
        /// Proposals at most.
        package var limit: Int
        /// How names without a translation are written; nil: what is usual in the target.
        package var profile: NameProfile?
        /// Passages that an engine is shown at most, each of 512 characters or less.
        package var passages: Int
        /// Proposals that an engine is asked about at most.
        package var asked: Int
        /// Where the dictionaries are; nil: where set-up puts them.
        package var dictionaries: Dictionaries?

        package init(
            known: [Concept] = [],
            least: Int? = nil,
            limit: Int = 500,
            profile: NameProfile? = nil,
            passages: Int = 128,
            asked: Int = 300,
            dictionaries: Dictionaries? = nil
        ) {
            self.known = known
            self.least = least
            self.limit = limit
            self.profile = profile
            self.passages = passages
            self.asked = asked
            self.dictionaries = dictionaries
        }
    }

    /// - Parameters:
    ///   - target: locale of the proposed translations; nil: none are proposed.
    ///   - engine: nil, or one that only translates: statistics alone.
    package init(
        _ project: Project,
        source: LanguageTag,
        target: LanguageTag?,
        engine: (any Engine)?,
        options: Options = Options(),
        events: @escaping EventSink
    ) {
        self.project = project
        self.source = source
        self.target = target
        self.engine = engine
        self.options = options
        self.events = events
    }

    /// The proposals, the surest and most frequent first. What is missing (a dictionary, an engine that answers) is said as
    /// a note, and the rest is done without it.
    package func run() async throws -> [MinedTerm] {
        let chapters = try readChapters()
        let dictionaries = options.dictionaries ?? .installed()
        if dictionaries.segmenter == nil || dictionaries.lexicon == nil {
            events(.note("There is no dictionary: more junk is proposed. script/bootstrap dictionaries installs it."))
        }
        if target != nil, dictionaries.pinyin == nil {
            events(
                .note(
                    "There is no table of pinyin: names stay untranslated. script/bootstrap dictionaries installs it."
                )
            )
        }
        let miner = TermMiner(
            segmenter: dictionaries.segmenter,
            lexicon: dictionaries.lexicon,
            variants: dictionaries.variants,
            pinyin: dictionaries.pinyin,
            options: TermMiner.Options(
                least: options.least,
                limit: options.limit,
                locale: target,
                profile: options.profile
            )
        )
        let known = options.known
        let terms = await Self.offPool { miner.mine(chapters: chapters, known: known) }
        try Task.checkCancellation()
        guard let engine else { return terms }
        guard let asked = engine as? any QuestionEngine, asked.answersQuestions else {
            events(.note("\(engine.name) only translates: terms are proposed by statistics alone."))
            return terms
        }
        return try await ask(asked, about: terms, chapters: chapters)
    }

    /// The units of the project as readers see them, without tables of contents and metadata.
    private func readChapters() throws -> [MiningChapter] {
        let locale = target ?? source
        let progress = try project.store.progress(locale: locale)
        var chapters: [MiningChapter] = []
        // As `terms set --from-chapter` counts them.
        let numbers = ChapterNumbers(progress)
        for (index, chapter) in progress.enumerated() {
            try Task.checkCancellation()
            let units = try project.store.units(chapter: chapter.id, locale: locale).compactMap { stored in
                switch stored.unit.kind {
                case .heading, .paragraph, .item, .string, .dialogue, .choice, .name, .cue:
                    MiningUnit(key: stored.unit.key, text: stored.unit.source.plain)
                case .title, .author, .metadata, .alternative, .navigation: nil as MiningUnit?
                }
            }
            events(.reading(done: index + 1, total: progress.count, file: chapter.name))
            guard !units.isEmpty else { continue }
            chapters.append(MiningChapter(number: numbers[chapter.id] ?? 1, title: chapter.title, units: units))
        }
        return chapters
    }

    /// Seconds of arithmetic do not belong on the threads that all tasks share.
    private static func offPool<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: work()) }
        }
    }
}
