internal import Engines
internal import Memory
internal import Storage
internal import Text

/// A run of neighbouring batches of one chapter: they are asked one after another, each with the last translations as
/// context; different spans are asked at the same time.
struct Span: Sendable {
    var chapter: Int64
    var plan: ChapterPlan
    /// Windows of the plan.
    var windows: ArraySlice<Range<Int>>
    /// First unit of the span.
    var start: Int { windows.first?.lowerBound ?? 0 }
}

/// Hands out the spans of a run in reading order, loading one chapter at a time, so that memory grows with the chapter and
/// not with the book.
actor SpanQueue {
    private let store: any Store
    private let locale: LanguageTag
    private let limits: BatchLimits
    private let terms: TermBook
    private let numbers: ChapterNumbers
    private let windowsPerSpan: Int
    private let waiting: Set<Int64>
    private var chapters: ArraySlice<ChapterProgress>
    private var ready: [Span] = []

    init(
        store: any Store,
        locale: LanguageTag,
        chapters: [ChapterProgress],
        limits: BatchLimits,
        terms: TermBook,
        windowsPerSpan: Int,
        waiting: Set<Int64>
    ) {
        self.waiting = waiting
        self.store = store
        self.locale = locale
        self.chapters = chapters[...]
        self.limits = limits
        self.terms = terms
        numbers = ChapterNumbers(chapters)
        self.windowsPerSpan = windowsPerSpan
    }

    /// The next span with something to do; nil when there is none.
    func next() throws -> Span? {
        while ready.isEmpty {
            guard let chapter = chapters.popFirst() else { return nil }
            guard chapter.pending > 0 else { continue }
            let plan = ChapterPlan(
                units: try store.units(chapter: chapter.id, locale: locale),
                limits: limits,
                matcher: terms.matcher(inChapter: numbers[chapter.id]),
                waiting: waiting
            )
            ready = Self.spans(of: plan, chapter: chapter.id, windowsPerSpan: windowsPerSpan).filter { span in
                span.windows.contains { $0.contains { plan.isPending($0) } }
            }.reversed()
        }
        return ready.popLast()
    }

    /// Cuts the windows of a chapter into spans of nearly the same length.
    static func spans(of plan: ChapterPlan, chapter: Int64, windowsPerSpan: Int) -> [Span] {
        let count = plan.windows.count
        guard count > 0 else { return [] }
        let parts = (count + windowsPerSpan - 1) / windowsPerSpan
        return (0..<parts).map { part in
            Span(
                chapter: chapter,
                plan: plan,
                windows: plan.windows[(part * count / parts)..<((part + 1) * count / parts)]
            )
        }
    }

    /// How many windows make a span: the whole chapter when one request is open at a time; else so few that the slots stay
    /// filled to the end, and enough for the batches to know what came before. It depends on the size of the book and the
    /// settings alone, never on what is done already.
    static func windowsPerSpan(units: Int, limits: BatchLimits, parallel: Int) -> Int {
        guard parallel > 1 else { return .max / 4 }
        let windows = (units + limits.units - 1) / limits.units
        return min(max(windows / (parallel * 12), 2), 32)
    }
}
