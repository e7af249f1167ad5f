internal import Glibc
internal import Text

/// One alignment under way.
struct AlignmentWork {
    private let source: [AlignmentSegment]
    private let target: [AlignmentSegment]
    private let sourceTable: FeatureTable
    private let targetTable: FeatureTable
    private let sourceEnds: [Bool]
    private let targetEnds: [Bool]
    private let chapters: [ChapterLink]
    private var blocks: [(source: Range<Int>, target: Range<Int>)]
    private var lexicon: LexicalModel
    private var lengths: LengthModel
    private var beads: BeadModel

    init(
        _ source: AlignmentBook,
        _ target: AlignmentBook,
        _ resources: AlignmentResources,
        _ level: AlignmentBook.Level
    ) {
        let sources = Self.segments(of: source, level)
        let targets = Self.segments(of: target, level)
        (self.source, self.target) = (sources, targets)
        sourceEnds = sources.map(\.endsParagraph)
        targetEnds = targets.map(\.endsParagraph)
        let isEnglish = target.locale.language == "en"
        var han = HanFeatures(
            segmenter: resources.segmenter,
            variants: resources.variants,
            pinyin: resources.pinyin,
            dictionary: target.locale.writesHan ? nil : resources.dictionary
        )
        var targetTable = FeatureTable()
        if target.locale.writesHan {
            for segment in targets { han.read(segment.text, into: &targetTable) }
        } else {
            var latin = LatinFeatures(isEnglish: isEnglish)
            for segment in targets { latin.read(segment.text, into: &targetTable) }
        }
        var sourceTable = FeatureTable()
        if source.locale.writesHan {
            if !target.locale.writesHan { han.spellings = Self.spellings(of: targetTable) }
            for segment in sources { han.read(segment.text, into: &sourceTable) }
        } else {
            var latin = LatinFeatures(isEnglish: source.locale.language == "en")
            for segment in sources { latin.read(segment.text, into: &sourceTable) }
        }
        let priors = LexicalPriors(
            sourceTable,
            targetTable,
            names: han.names,
            dictionary: source.locale.writesHan && !target.locale.writesHan ? resources.dictionary : nil,
            targetIsEnglish: isEnglish
        )
        lexicon = LexicalModel(sourceTable, targetTable, priors: priors.rows)
        lengths = LengthModel(source: sourceTable.lengths, target: targetTable.lengths)
        let paragraphs = (Double(sourceEnds.count(where: \.self)), Double(targetEnds.count(where: \.self)))
        let isCut = paragraphs.0 < Double(sources.count) || paragraphs.1 < Double(targets.count)
        beads = BeadModel(
            paragraphAgreement: min(paragraphs.0, paragraphs.1) / max(1, max(paragraphs.0, paragraphs.1)),
            isCut: isCut
        )
        self.sourceTable = sourceTable
        self.targetTable = targetTable
        let from = Self.chapters(of: source, sources, sourceTable)
        let into = Self.chapters(of: target, targets, targetTable)
        chapters = ChapterMatcher(from, into, (sourceTable, targetTable), lexicon).links()
        blocks = chapters.map { (Self.segments($0.source, from), Self.segments($0.target, into)) }
    }

    private static func segments(_ chapters: Range<Int>, _ all: [ChapterMatcher.Chapter]) -> Range<Int> {
        guard let first = chapters.first, let last = chapters.last else {
            let place =
                chapters.lowerBound < all.count
                ? all[chapters.lowerBound].segments.lowerBound : all.last?.segments.upperBound ?? 0
            return place..<place
        }
        return all[first].segments.lowerBound..<all[last].segments.upperBound
    }

    private static func segments(of book: AlignmentBook, _ level: AlignmentBook.Level) -> [AlignmentSegment] {
        var segments: [AlignmentSegment] = []
        for (chapter, content) in book.chapters.enumerated() {
            for paragraph in content.paragraphs {
                let sentences =
                    level == .paragraph ? [paragraph] : Sentences.split(paragraph, atSemicolons: false).map(String.init)
                var added = false
                for sentence in sentences {
                    let text = sentence.trimmed
                    guard !text.isEmpty else { continue }
                    segments.append(AlignmentSegment(text: text, chapter: chapter, endsParagraph: false))
                    added = true
                }
                if added { segments[segments.count - 1].endsParagraph = true }
            }
        }
        return segments
    }

    private static func chapters(of book: AlignmentBook, _ segments: [AlignmentSegment], _ table: FeatureTable)
        -> [ChapterMatcher.Chapter]
    {
        var chapters = book.chapters.map { ChapterMatcher.Chapter(number: $0.number, length: 0, segments: 0..<0) }
        var start = 0
        for index in chapters.indices {
            var end = start
            while end < segments.count, segments[end].chapter == index { end += 1 }
            chapters[index].segments = start..<end
            chapters[index].length = table.lengths[start..<end].reduce(0) { $0 + Double($1) }
            start = end
        }
        return chapters
    }

    private static func spellings(of table: FeatureTable) -> [Romanizations.Key: [Int32]] {
        var spellings: [Romanizations.Key: [Int32]] = [:]
        for (feature, spelling) in table.spellings where table.looksLikeName(feature) {
            for key in Romanizations.shared.keys(of: spelling) { spellings[key, default: []].append(feature) }
        }
        for key in spellings.keys {
            spellings[key]?.sort { (table.counts[Int($1)], $0) < (table.counts[Int($0)], $1) }
            if let count = spellings[key]?.count, count > 6 { spellings[key]?.removeLast(count - 6) }
        }
        return spellings
    }

    // MARK: passes

    mutating func run() -> BookAlignment {
        var links = pass(after: nil, withPosteriors: false)
        learn(from: links)
        links = pass(after: links, withPosteriors: false)
        learn(from: links)
        cut(by: links)
        links = pass(after: links, withPosteriors: true)
        let pairs = links.map { link in
            guard !link.source.isEmpty, !link.target.isEmpty else {
                return AlignedPair(source: link.source, target: link.target, confidence: 0)
            }
            return AlignedPair(source: link.source, target: link.target, confidence: confidence(of: link).value)
        }
        return BookAlignment(
            sourceSegments: source,
            targetSegments: target,
            chapters: chapters,
            pairs: pairs,
            lengthRatio: exp(lengths.mean),
            lengthSpread: lengths.variance(20).squareRoot(),
            learntWords: lexicon.learnt,
            evidence: links.map { link in
                let confidence = confidence(of: link)
                return [confidence.posterior, confidence.lexical, confidence.mass, confidence.deviation]
            }
        )
    }

    private func confidence(of link: SegmentAligner.Link) -> PairConfidence {
        let from = sourceTable.lengths[link.source].reduce(0, +)
        let into = targetTable.lengths[link.target].reduce(0, +)
        return PairConfidence(link, deviation: lengths.deviation(source: Double(from), target: Double(into)))
    }

    /// - Parameter known: the links of the pass before, near which the way is looked for.
    private func pass(after known: [SegmentAligner.Link]?, withPosteriors: Bool) -> [SegmentAligner.Link] {
        var aligner = SegmentAligner(
            beads: beads,
            lengths: lengths.table(),
            lexicon: lexicon,
            source: sourceTable,
            target: targetTable,
            sourceEnds: sourceEnds,
            targetEnds: targetEnds
        )
        let paths = AlignmentPath(source: sourceTable, target: targetTable, lexicon: lexicon)
        var places = [Int](repeating: 0, count: known == nil ? 0 : source.count)
        for link in known ?? [] { for segment in link.source { places[segment] = link.target.lowerBound } }
        var links: [SegmentAligner.Link] = []
        for block in blocks {
            let size = max(block.source.count, block.target.count)
            // A table of dynamic programming has 40 million places at most.
            let most = max(20, 20_000_000 / max(1, block.source.count))
            let width = known == nil ? (size <= 120 ? 120 : max(60, min(300, size / 5))) : max(40, min(150, size / 10))
            let path: [Int]
            if block.source.isEmpty || block.target.isEmpty {
                path = [0]
            } else if known != nil {
                path = places[block.source].map { $0 - block.target.lowerBound } + [block.target.count]
            } else {
                path = paths.path(block.source, block.target)
            }
            links += aligner.align(
                block.source,
                block.target,
                path: path,
                width: min(most, width),
                withPosteriors: withPosteriors
            )
        }
        return links
    }

    private mutating func learn(from links: [SegmentAligner.Link]) {
        let full = links.filter { !$0.source.isEmpty && !$0.target.isEmpty }
        beads.fit(
            links.map { AlignedPair(source: $0.source, target: $0.target, confidence: 0) },
            sourceEnds,
            targetEnds
        )
        lengths.fit(
            full.filter { $0.source.count == 1 && $0.target.count == 1 && $0.score > 0 }.map {
                (Double(sourceTable.lengths[$0.source.lowerBound]), Double(targetTable.lengths[$0.target.lowerBound]))
            }
        )
        // 60,000 links teach what there is to be learnt.
        let step = max(1, full.count / 60_000)
        let examples = stride(from: 0, to: full.count, by: step).map { index in
            LexicalModel.Example(
                source: features(sourceTable, full[index].source),
                target: features(targetTable, full[index].target)
            )
        }
        lexicon.learn(from: examples)
    }

    private func features(_ table: FeatureTable, _ segments: Range<Int>) -> ArraySlice<Int32> {
        guard segments.count > 1 else { return table.features(of: segments.lowerBound) }
        var seen: Set<Int32> = []
        var features: [Int32] = []
        for feature in table.features[table.starts[segments.lowerBound]..<table.starts[segments.upperBound]]
        where seen.insert(feature).inserted { features.append(feature) }
        return features[...]
    }

    /// Cuts long blocks where a run of links is sure, so that shares of chains can be summed up in pieces.
    private mutating func cut(by links: [SegmentAligner.Link]) {
        let most = 600
        var pieces: [(source: Range<Int>, target: Range<Int>)] = []
        var next = 0
        for block in blocks {
            guard max(block.source.count, block.target.count) > most else {
                pieces.append(block)
                while next < links.count, links[next].source.upperBound <= block.source.upperBound,
                    links[next].target.upperBound <= block.target.upperBound
                { next += 1 }
                continue
            }
            var start = (block.source.lowerBound, block.target.lowerBound)
            var best: (score: Float, source: Int, target: Int)?
            while next < links.count, links[next].source.upperBound <= block.source.upperBound,
                links[next].target.upperBound <= block.target.upperBound
            {
                let link = links[next]
                let size = max(link.source.upperBound - start.0, link.target.upperBound - start.1)
                if size > most, let found = best {
                    pieces.append((start.0..<found.source, start.1..<found.target))
                    start = (found.source, found.target)
                    best = nil
                }
                if size > most / 3, next > 1 {
                    let score = links[next - 2...next].reduce(Float.infinity) { min($0, $1.score) }
                    if score > best?.score ?? -.infinity {
                        best = (score, link.source.upperBound, link.target.upperBound)
                    }
                }
                next += 1
            }
            pieces.append((start.0..<block.source.upperBound, start.1..<block.target.upperBound))
        }
        blocks = pieces
    }
}
