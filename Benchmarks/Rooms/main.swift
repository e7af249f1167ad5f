import Foundation
import Memory
import Text

/// Runs a room over text and prints what it took, for script/bench. Seconds are of CPU, of this process.
///     caravan-bench segment DICTIONARIES TEXT      build and segment, a chapter for every 100 lines
///     caravan-bench format FILE                    read, write, write translated
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
    print("variants \(variants.count) read \(seconds() - start)")
    let bytes = try read("\(dictionaries)/jieba.dict.txt")
    start = seconds()
    let segmenter = Segmenter(dictionary: bytes, variants: variants)
    print("words \(segmenter.wordCount) built \(seconds() - start)")
    let compiled = segmenter.compiled()
    start = seconds()
    let again = Segmenter(compiled: compiled)
    print("compiled \(compiled.count) loaded \(seconds() - start) words \(again?.wordCount ?? 0)")
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

let words = CommandLine.arguments
switch words.dropFirst().first {
case "segment" where words.count == 4: try measureSegmenter(dictionaries: words[2], text: words[3])
case "format" where words.count == 3: try measureFormat(words[2])
default: print("usage: caravan-bench segment DICTIONARIES TEXT | format FILE")
}
