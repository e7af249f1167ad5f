import Memory
import Testing
import Text

/// A book in made-up words and its translation, with the links that are right: 5 % of the sentences are deleted (half of
/// them on either side), 5 % merged and 5 % split; lengths and words differ as translations do.
struct SyntheticBook {
    var source: AlignmentBook
    var target: AlignmentBook
    /// Segments that belong together, with both sides.
    var links: Set<Link> = []

    struct Link: Hashable {
        var source: Range<Int>
        var target: Range<Int>
    }

    private struct Random: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let mixed = (state ^ (state >> 29)) &* 0xBF58_476D_1CE4_E5B9
            return mixed ^ (mixed >> 32)
        }

        mutating func share() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }
        mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }
    }

    /// - Parameter fidelity: share of words that are translated as the lexicon has them.
    init(seed: UInt64, sentences: Int, chapterSize: Int, fidelity: Double = 0.75) throws {
        let english = try #require(LanguageTag("en"))
        source = AlignmentBook(locale: .simplifiedChinese, chapters: [])
        target = AlignmentBook(locale: english, chapters: [])
        var random = Random(state: seed)
        var lexicon: [(source: String, target: String)] = []
        let consonants = Array("bcdfghjklmnprstvw")
        let vowels = Array("aeiou")
        for _ in 0..<600 {
            var han = String.UnicodeScalarView()
            for _ in 0...random.below(2) {
                if let scalar = Unicode.Scalar(0x4E00 + random.below(5000)) { han.append(scalar) }
            }
            var word = ""
            for _ in 0...random.below(3) {
                word.append(consonants[random.below(consonants.count)])
                word.append(vowels[random.below(vowels.count)])
            }
            lexicon.append((String(han), word + "n"))
        }
        func word() -> Int {
            // Few words are common, as in languages.
            let share = random.share()
            return min(599, Int(600 * share * share * share))
        }
        func sentence() -> [Int] { (0..<(3 + random.below(14))).map { _ in word() } }
        func translated(_ words: [Int]) -> [String] {
            var target: [String] = []
            for number in words {
                let share = random.share()
                if share < 0.06 { continue }
                target.append(lexicon[random.share() < fidelity ? number : word()].target)
                if share > 0.94 { target.append(lexicon[word()].target) }
            }
            return target.isEmpty ? [lexicon[words[0]].target] : target
        }
        func zh(_ words: [Int]) -> String { words.map { lexicon[$0].source }.joined() + "。" }
        func en(_ words: [String]) -> String { words.joined(separator: " ").capitalizedFirst + "." }

        var sources: [[String]] = [[]]
        var targets: [[String]] = [[]]
        var (from, into) = (0, 0)
        func add(_ left: [String], _ right: [String]) {
            sources[sources.count - 1] += left
            targets[targets.count - 1] += right
            if !left.isEmpty, !right.isEmpty {
                links.insert(Link(source: from..<from + left.count, target: into..<into + right.count))
            }
            from += left.count
            into += right.count
        }
        for number in 0..<sentences {
            if number > 0, number % chapterSize == 0 {
                sources.append([])
                targets.append([])
            }
            let words = sentence()
            let translation = translated(words)
            switch random.share() {
            case ..<0.025: add([zh(words)], [])
            case ..<0.05: add([], [en(translation)])
            case ..<0.10:
                let more = sentence()
                add([zh(words), zh(more)], [en(translation + translated(more))])
            case ..<0.15 where translation.count > 3:
                let cut = translation.count / 2
                add([zh(words)], [en(Array(translation[..<cut])), en(Array(translation[cut...]))])
            default: add([zh(words)], [en(translation)])
            }
        }
        source.chapters = sources.map { .init(paragraphs: $0) }
        target.chapters = targets.map { .init(paragraphs: $0) }
    }

    /// Share of the found links that are right, and of the right ones that were found.
    func score(_ alignment: BookAlignment, from confidence: Double = 0) -> (precision: Double, recall: Double) {
        let found = Set(
            alignment.pairs.filter { !$0.source.isEmpty && !$0.target.isEmpty && $0.confidence >= confidence }.map {
                Link(source: $0.source, target: $0.target)
            }
        )
        let right = Double(found.intersection(links).count)
        return (right / Double(max(1, found.count)), right / Double(max(1, links.count)))
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
