internal import Memory
package import Text

/// Makes a corpus from a book and its translation: reads both, ties their sentences together, and leaves out what is
/// likely wrong or of no use.
package struct AlignBooks: Sendable {
    package struct Options: Sendable {
        /// Nil: what the files say, else the kind of Chinese that they are written in.
        package var source: LanguageTag?
        /// Nil: what the files say, else English.
        package var target: LanguageTag?
        package var level = AlignmentLevel.sentence
        /// Pairs below it are left out; 0 keeps all.
        package var minConfidence = 0.5
        /// Whether pairs are looked over; without it only empty ones and those of low confidence are left out.
        package var cleans = true
        /// How files are read.
        package var reading = Reading()

        package init(source: LanguageTag? = nil, target: LanguageTag? = nil) {
            self.source = source
            self.target = target
        }
    }

    private let source: String
    private let target: String
    private let options: Options
    private let dictionaries: Dictionaries

    /// - Parameters:
    ///   - source: a file, or a folder of chapter files.
    ///   - target: the same of the translation; may be the same folder where file names say the language (`001.zh.txt`).
    package init(_ source: String, _ target: String, options: Options, dictionaries: Dictionaries = .installed()) {
        self.source = source
        self.target = target
        self.options = options
        self.dictionaries = dictionaries
    }

    /// Throws `.file` and `.wrongUse` for what cannot be read or has no text, and what formats throw for a single file.
    package func run() throws -> AlignedCorpus {
        var reader = AlignBooksReader(reading: options.reading)
        let from = try reader.read(source, locale: options.source, isSource: true)
        let into = try reader.read(target, locale: options.target, isSource: false)
        let resources = AlignmentResources(
            segmenter: dictionaries.segmenter,
            variants: dictionaries.variants ?? VariantTable(),
            pinyin: dictionaries.pinyin,
            dictionary: dictionaries.bilingual(into: into.locale)
        )
        let alignment = BookAligner(resources: resources, level: options.level.level).align(from.book, with: into.book)
        var corpus = AlignedCorpus(source: from, target: into, alignment: alignment)
        corpus.findings = reader.findings
        for text in from.boilerplate { corpus.leaveOut(.boilerplate, source: text, target: "", confidence: nil) }
        for text in into.boilerplate { corpus.leaveOut(.boilerplate, source: "", target: text, confidence: nil) }
        var cleaner = PairCleaner(source: from.locale, target: into.locale, lengthRatio: alignment.lengthRatio)
        for pair in alignment.pairs {
            let (left, right) = (alignment.sourceText(of: pair), alignment.targetText(of: pair))
            if pair.source.isEmpty || pair.target.isEmpty {
                corpus.leaveOut(.unmatched, source: left, target: right, confidence: nil)
            } else if pair.confidence < options.minConfidence {
                corpus.leaveOut(.confidence, source: left, target: right, confidence: pair.confidence)
            } else if let reason = options.cleans ? cleaner.reason(against: left, right) : nil {
                corpus.leaveOut(reason, source: left, target: right, confidence: pair.confidence)
            } else {
                corpus.keep(pair, source: left, target: right)
            }
        }
        return corpus
    }
}
