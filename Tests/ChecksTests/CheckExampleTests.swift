import Checks
import Testing
import Text

/// Every check finds what its examples say it finds, and nothing else in the others.
struct CheckExampleTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var check: any Check.Type
        var example: CheckExample
        var testDescription: String { "\(check.code): \(example.source) → \(example.target) (\(example.targetLocale))" }
    }

    static func cases(failing: Bool) -> [Case] {
        CheckCatalog.checks.flatMap { check in
            check.examples.filter { $0.fails == failing }.map { Case(check: check, example: $0) }
        }
    }

    @Test(arguments: cases(failing: true))
    func findsWhatFails(test: Case) throws {
        let pair = try #require(test.example.pair)
        let findings = test.check.findings(in: pair, policy: test.example.policy)
        #expect(!findings.isEmpty)
        #expect(findings.allSatisfy { $0.code == test.check.code && $0.severity <= test.check.severity })
    }

    @Test(arguments: cases(failing: false))
    func staysSilentOnWhatPasses(test: Case) throws {
        #expect(try test.check.findings(in: #require(test.example.pair), policy: test.example.policy) == [])
    }

    @Test(arguments: cases(failing: true).filter { $0.example.fixed != nil })
    func fixesWhatIsSafe(test: Case) throws {
        let pair = try #require(test.example.pair)
        let fix = try #require(test.check.findings(in: pair, policy: test.example.policy).first?.fix)
        let fixed = try #require(pair.target.applying(fix))
        #expect(fixed.literal == test.example.fixed)
        var again = pair
        again.target = fixed
        #expect(test.check.findings(in: again, policy: test.example.policy) == [])
    }

    @Test func rangesLieInTheirTexts() throws {
        for test in Self.cases(failing: true) {
            let pair = try #require(test.example.pair)
            for finding in test.check.findings(in: pair, policy: test.example.policy) {
                let source = pair.source.plain.unicodeScalars.count
                let target = pair.target.plain.unicodeScalars.count
                #expect(finding.place.range.map { $0.upperBound <= target } ?? true, "\(test.testDescription)")
                #expect(finding.place.sourceRange.map { $0.upperBound <= source } ?? true, "\(test.testDescription)")
            }
        }
    }

    /// All but those that need a font or a dictionary, which have tests of their own.
    @Test func everyCheckHasExamplesOfBothKinds() {
        let others: Set = ["too-wide", "glyph-missing", "spelling"]
        for check in CheckCatalog.checks where !others.contains(check.code) {
            #expect(Set(check.examples.map(\.fails)) == [true, false], "\(check.code)")
        }
        for check in CheckCatalog.bookChecks where !others.contains(check.code) {
            #expect(Set(check.examples.map(\.fails)) == [true, false], "\(check.code)")
        }
    }

    @Test func codesAreTakenOnce() {
        let codes = CheckCatalog.checks.map { $0.code } + CheckCatalog.bookChecks.map { $0.code }
        #expect(Set(codes).count == codes.count)
        #expect(codes.allSatisfy { $0.allSatisfy { $0.isLowercase || $0 == "-" } })
    }

    @Test func findsAndPassesRunsOfUnits() throws {
        for check in CheckCatalog.bookChecks {
            for example in check.examples {
                let pairs = try example.units.map { try #require($0.pair) }
                let first = try #require(pairs.first)
                let context = CheckContext(
                    source: first.sourceLocale,
                    target: first.targetLocale,
                    policy: example.units.first?.policy ?? CheckPolicy()
                )
                let maker = check.init(context)
                var made = try #require(maker)
                for (index, pair) in pairs.enumerated() {
                    var pair = pair
                    pair.key = "\(index)"
                    made.read(PairText(pair, context: context))
                }
                let findings = made.endDocument("a") + made.endBook()
                #expect(findings.isEmpty != example.fails, "\(check.code): \(findings)")
            }
        }
    }
}
