import Checks
import Foundation
import Memory
import Text

/// Runs a room over text and prints what it took, for script/bench. Seconds are of CPU, of this process.
///     caravan-bench segment DICTIONARIES TEXT                build and segment, a chapter for every 100 lines
///     caravan-bench terms DICTIONARIES TERMS TEXT            raw scan, without and with boundaries
///     caravan-bench boundaries DICTIONARIES LABELLED [-v]    precision and recall on labelled sentences
///     caravan-bench checks TABLE FROM TO [LABEL …|-a]        findings by label; with labels prints those of their rows
///     caravan-bench shifts TABLE FROM TO CHAPTERS [SEED] [-v] seeded slips found, alarms on clean chapters
///     caravan-bench format FILE                              read, write, write translated
///     caravan-bench subtitles COUNT                          laid out and written in every format
///     caravan-bench align DICTIONARIES SOURCE TARGET LOCALE sentence|paragraph
func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func read(_ path: String) throws -> [UInt8] { try [UInt8](Data(contentsOf: URL(filePath: path))) }

func chapters(_ path: String) throws -> [String] {
    let lines = String(decoding: try read(path), as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    return stride(from: 0, to: lines.count, by: 100).map { start in
        lines[start..<min(lines.count, start + 100)].joined(separator: "\n")
    }
}

func measureSegmenter(dictionaries: String, text: String) throws {
    var start = seconds()
    let variants = VariantTable(try read("\(dictionaries)/variants.tsv"))
    print("variants of \(variants.count) read \(seconds() - start)")
    let bytes = try read("\(dictionaries)/jieba.dict.txt")
    start = seconds()
    let segmenter = Segmenter(dictionary: bytes, variants: variants)
    print("words of \(segmenter.wordCount) built \(seconds() - start)")
    let compiled = segmenter.compiled()
    start = seconds()
    let again = Segmenter(compiled: compiled)
    print("compiled bytes \(compiled.count) loaded \(seconds() - start) words \(again?.wordCount ?? 0)")
    let chapters = try chapters(text)
    let size = chapters.reduce(0) { $0 + $1.utf8.count }
    for _ in 0..<3 {
        start = seconds()
        var count = 0
        for chapter in chapters { segmenter.segment(chapter) { _, _ in count += 1 } }
        let spent = seconds() - start
        print("segment words \(count) MB/s \(Double(size) / 1e6 / spent)")
    }
}

func load(_ dictionaries: String) throws -> (Segmenter, VariantTable) {
    let variants = VariantTable(try read("\(dictionaries)/variants.tsv"))
    return (Segmenter(dictionary: try read("\(dictionaries)/jieba.dict.txt"), variants: variants), variants)
}

func measureTerms(dictionaries: String, terms: String, text: String) throws {
    let terms = String(decoding: try read(terms), as: UTF8.self).split(separator: "\n").map {
        Term(source: String($0), target: "x")
    }
    let (segmenter, variants) = try load(dictionaries)
    let chapters = try chapters(text)
    let size = Double(chapters.reduce(0) { $0 + $1.utf8.count }) / 1e6
    var start = seconds()
    let plain = TermMatcher(terms)
    print("terms of \(plain.terms.count) built \(seconds() - start)")
    let judging = TermMatcher(terms, segmenter: segmenter, variants: variants)
    func measure(_ name: String, _ scan: (String) -> Int) {
        start = seconds()
        let count = chapters.reduce(0) { $0 + scan($1) }
        print("\(name) matches \(count) MB/s \(size / (seconds() - start))")
    }
    for _ in 0..<2 {
        measure("raw") { plain.occurrences(in: $0) }
        measure("longest") { plain.matches(in: $0).count }
        measure("boundaries") { judging.matches(in: $0).count }
    }
}

/// Lines of terms (comma), sentence, expected matches `start-end` in characters (comma): which are found?
func measureBoundaries(dictionaries: String, labelled: String, isVerbose: Bool) throws {
    let (segmenter, variants) = try load(dictionaries)
    var (right, extra, missed, sentences) = (0, 0, 0, 0)
    for line in String(decoding: try read(labelled), as: UTF8.self).split(separator: "\n") {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard !line.hasPrefix("#"), fields.count >= 3 else { continue }
        sentences += 1
        let terms = fields[0].split(separator: ",").map { Term(source: String($0), target: "x") }
        let matcher = TermMatcher(terms, segmenter: segmenter, variants: variants)
        let found = Set(matcher.matches(in: fields[1]).map { scalars(of: $0.range, in: fields[1]) })
        let expected = Set(fields[2].split(separator: ",").map(String.init))
        right += found.intersection(expected).count
        extra += found.subtracting(expected).count
        missed += expected.subtracting(found).count
        if isVerbose, found != expected {
            print("- \(line)\n    found \(found.sorted())")
            for judged in matcher.allMatches(in: fields[1]) {
                print("      \(scalars(of: judged.match.range, in: fields[1])) \(judged.refusal?.message ?? "kept")")
            }
        }
    }
    let precision = Double(right) / Double(max(1, right + extra))
    let recall = Double(right) / Double(max(1, right + missed))
    print(
        "sentences of \(sentences) right \(right) extra \(extra) missed \(missed) precision \(precision) recall \(recall)"
    )
}

func scalars(of range: Range<Int>, in text: String) -> String {
    let bytes = Array(text.utf8)
    let lower = String(decoding: bytes[..<range.lowerBound], as: UTF8.self).unicodeScalars.count
    let length = String(decoding: bytes[range], as: UTF8.self).unicodeScalars.count
    return "\(lower)-\(lower + length)"
}

let words = CommandLine.arguments
switch words.dropFirst().first {
case "segment" where words.count == 4: try measureSegmenter(dictionaries: words[2], text: words[3])
case "terms" where words.count == 5: try measureTerms(dictionaries: words[2], terms: words[3], text: words[4])
case "boundaries" where words.count >= 4:
    try measureBoundaries(dictionaries: words[2], labelled: words[3], isVerbose: words.count > 4)
case "format" where words.count == 3: try measureFormat(words[2])
case "mine" where words.count >= 4:
    try measureMining(dictionaries: words[2], text: words[3], top: words.count > 4 ? Int(words[4]) ?? 0 : 0)
case "align" where words.count == 7:
    try measureAlignment(dictionaries: words[2], source: words[3], target: words[4], to: words[5], level: words[6])
case "checks" where words.count >= 5:
    try measureChecks(words[2], from: words[3], to: words[4], options: Array(words.dropFirst(5)))
case "subtitles" where words.count == 3: measureSubtitles(count: Int(words[2]) ?? 10_000)
case "page": print(CheckDocumentation.page, terminator: "")
case "shifts" where words.count >= 6:
    try measureShifts(
        words[2],
        from: words[3],
        to: words[4],
        chapters: Int(words[5]) ?? 200,
        seed: words.count > 6 ? UInt64(words[6]) ?? 1 : 1,
        isVerbose: words.count > 7
    )
default: print("usage: caravan-bench segment|terms|boundaries|mine|format|checks|shifts|align|subtitles …")
}
