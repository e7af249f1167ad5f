import Checks
import Testing
import Text

/// The estimate that the queue of an editor is ordered by.
struct QualityEstimateTests {
    private static let source = "天还没亮，贺青禾就被人从被窝里拎了出来。"
    private static let good = "It was not yet light when He Qinghe was hauled out of bed."

    @Test func givesATranslationWithoutFaultTheMost() throws {
        #expect(try score(Self.good) == 100)
    }

    @Test func putsWorseTranslationsLower() throws {
        let copy = try score(Self.source)
        let cut = try score("It was.")
        let space = try score("It was not yet light when He Qinghe was  hauled out of bed.")
        #expect(copy < cut)
        #expect(cut < space)
        #expect(space < 100)
        #expect(copy >= 0)
    }

    @Test func countsWhatAnEngineAndABackTranslationSay() throws {
        let sure = try score(Self.good, logProbability: -0.1, agreement: 1)
        let doubtful = try score(Self.good, logProbability: -2, agreement: 1)
        let different = try score(Self.good, logProbability: -0.1, agreement: 0.2)
        #expect(sure == 100)
        #expect(doubtful < sure)
        #expect(different < sure)
        #expect((0...100).contains(try score(Self.good, logProbability: -.infinity, agreement: -3)))
    }

    private func score(_ target: String, logProbability: Double? = nil, agreement: Double? = nil) throws -> Int {
        let context = CheckContext(
            source: try #require(LanguageTag("zh-Hans")),
            target: try #require(LanguageTag("en"))
        )
        let pair = Pair(
            source: InlineText(Self.source),
            target: InlineText(target),
            sourceLocale: context.source,
            targetLocale: context.target
        )
        return QualityEstimate.score(
            PairText(pair, context: context),
            findings: CheckSuite(context).findings(in: pair),
            logProbability: logProbability,
            agreement: agreement
        )
    }
}
