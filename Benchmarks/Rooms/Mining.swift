import Foundation
import Memory
import Text

/// Mines a book of one file: each line a unit, a chapter for every 100 lines. With `top`, prints the best proposals.
func measureMining(dictionaries: String, text: String, top: Int) throws {
    var start = seconds()
    let variants = VariantTable(try read("\(dictionaries)/variants.tsv"))
    let words = try read("\(dictionaries)/jieba.dict.txt")
    let segmenter = Segmenter(dictionary: words, variants: variants)
    let lexicon = Lexicon(words, variants: variants)
    let pinyin = Pinyin(table: try read("\(dictionaries)/pinyin.tsv"))
    let loaded = seconds() - start
    let book = try chapters(text).enumerated().map { number, chapter in
        MiningChapter(
            number: number + 1,
            units: chapter.split(separator: "\n").enumerated().map {
                MiningUnit(key: "\(number + 1)/\($0)", text: String($1))
            }
        )
    }
    let characters = book.reduce(0) { $0 + $1.units.reduce(0) { $0 + $1.text.unicodeScalars.count } }
    let miner = TermMiner(
        segmenter: segmenter,
        lexicon: lexicon,
        variants: variants,
        pinyin: pinyin,
        options: TermMiner.Options(locale: LanguageTag("en"))
    )
    start = seconds()
    let terms = miner.mine(chapters: book)
    let spent = seconds() - start
    let status = String(decoding: try read("/proc/self/status"), as: UTF8.self)
    let peak = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") }?.split(whereSeparator: {
        " \t".contains($0)
    })
    print("mined characters \(characters) terms \(terms.count) loaded \(loaded) seconds \(spent) kB \(peak?[1] ?? "0")")
    for (place, term) in terms.prefix(top).enumerated() {
        let forms = term.concept.forms.map { $0.text }.joined(separator: " ")
        let gender = term.concept.genders.first?.gender.rawValue ?? ""
        let name = term.concept.targets["en"]?.preferred ?? ""
        print(
            "\(place + 1)\t\(forms)\t\(term.concept.kind.rawValue)\t\(gender)\t\(name)\t\(term.count)\t\(term.reason)"
        )
    }
}
