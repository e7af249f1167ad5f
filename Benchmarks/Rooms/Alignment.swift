import Formats
import Foundation
import Memory
import Text

/// A book from lines: each is a paragraph, and `## 12 Title` begins a chapter. Of a folder with an ending (`books,zh.txt`), each
/// file is a chapter, read by its format.
func alignmentBook(_ path: String, locale: LanguageTag) throws -> AlignmentBook {
    var book = AlignmentBook(locale: locale, chapters: [])
    if let comma = path.lastIndex(of: ",") {
        let folder = String(path[..<comma])
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        for name in names.sorted() where name.hasSuffix(path[path.index(after: comma)...]) {
            let document = try TextFormat.read(try read("\(folder)/\(name)"), file: name)
            let number = Double(name.prefix { $0.isNumber })
            let paragraphs = document.units.map(\.source.plain)
            book.chapters.append(.init(title: name, number: number, paragraphs: paragraphs))
        }
        return book
    }
    for line in String(decoding: try read(path), as: UTF8.self).split(separator: "\n") {
        if line.hasPrefix("## ") {
            let words = line.dropFirst(3).split(separator: " ", maxSplits: 1)
            book.chapters.append(.init(number: words.first.flatMap { Double($0) }, paragraphs: []))
        } else {
            if book.chapters.isEmpty { book.chapters.append(.init(paragraphs: [])) }
            book.chapters[book.chapters.count - 1].paragraphs.append(String(line))
        }
    }
    return book
}

/// Aligns two files of lines and prints a line for each pair: segments, confidence, evidence, texts.
func measureAlignment(dictionaries: String, source: String, target: String, to: String, level: String) throws {
    var resources = AlignmentResources()
    if dictionaries != "-" {
        resources.variants = VariantTable((try? read("\(dictionaries)/variants.tsv")) ?? [])
        resources.segmenter = (try? read("\(dictionaries)/jieba.dict.txt")).map {
            Segmenter(dictionary: $0, variants: resources.variants)
        }
        resources.pinyin = (try? read("\(dictionaries)/pinyin.tsv")).map { Pinyin(table: $0) }
        resources.dictionary = (try? read("\(dictionaries)/cedict.u8")).map { BilingualDictionary($0) }
    }
    let aligner = BookAligner(resources: resources, level: AlignmentBook.Level(rawValue: level) ?? .sentence)
    let from = try alignmentBook(source, locale: LanguageTag("zh") ?? .simplifiedChinese)
    let into = try alignmentBook(target, locale: LanguageTag(to) ?? .simplifiedChinese)
    let start = seconds()
    let alignment = aligner.align(from, with: into)
    let spent = seconds() - start
    var output = ""
    for (number, pair) in alignment.pairs.enumerated() {
        let evidence = alignment.evidence[number].map { String(format: "%.3f", $0) }.joined(separator: " ")
        let place =
            "\(pair.source.lowerBound) \(pair.source.upperBound) \(pair.target.lowerBound) \(pair.target.upperBound)"
        output += "\(place)\t\(String(format: "%.4f", pair.confidence))\t\(evidence)\t"
        output += "\(alignment.sourceText(of: pair))\t\(alignment.targetText(of: pair))\n"
    }
    print(output, terminator: "")
    let chapters = alignment.chapters.map { "\($0.source)~\($0.target)" }.prefix(40).joined(separator: " ")
    let summary =
        "aligned \(alignment.sourceSegments.count) with \(alignment.targetSegments.count) ratio \(alignment.lengthRatio) "
        + "spread \(alignment.lengthSpread) learnt \(alignment.learntWords) seconds \(spent) chapters \(chapters)\n"
    FileHandle.standardError.write(Data(summary.utf8))
}
