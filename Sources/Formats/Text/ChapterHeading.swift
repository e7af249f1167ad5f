import Text

/// A line that begins a chapter: 第一百二十章 …, 第12回, 卷一, Chapter XII, 楔子, 番外一 …
package struct ChapterHeading: Hashable, Sendable {
    package var kind: Kind
    /// The number of the chapter, nil for a prologue and the like. May have a fraction: 第12.5章.
    package var number: Double?
    /// The number of the volume when the line names it before the chapter: 第一卷 风起 第三章 少年.
    package var volume: Double?
    /// The words after the number, without white space at their ends; empty when there are none.
    package var title: String
    /// The heading without ornaments and brackets around it.
    package var text: String

    package enum Kind: String, Sendable, Hashable {
        /// 章, Chapter.
        case chapter = "c"
        /// 回 of the classical novels.
        case hui = "h"
        /// 节.
        case section = "s"
        /// 话, 集, 幕, 折, Episode.
        case episode = "e"
        /// 卷, 册, 季, Volume.
        case volume = "v"
        /// 部, 篇, Part, Book.
        case part = "p"
        /// 番外, Side Story.
        case extra = "b"
        /// 序章, 楔子, 引子, 前言, Prologue.
        case opening = "o"
        /// 尾声, 后记, 终章, Epilogue.
        case closing = "z"
    }

    /// Whether chapters follow under it.
    package var isVolume: Bool { kind == .volume || kind == .part }

    /// The key of the chapter: `c120`, `h12`, `v1`; `x-` and a hash for a heading without a number.
    package var key: String {
        guard let number else { return "x-" + StableHash(text).hex.prefix(8) }
        return kind.rawValue + Self.format(number)
    }

    /// `120`, `12_5`.
    static func format(_ number: Double) -> String {
        if number == number.rounded(), abs(number) < 1e15 { return String(Int(number)) }
        return String(String(number).map { $0 == "." ? "_" : $0 })
    }

    /// Reads a line; nil when it is none. Sentences that begin like a heading (第一章里，他说…。 第二回合开始了！) are none:
    /// what follows the number must be short and must not read like a sentence.
    package static func parse(_ line: some StringProtocol) -> ChapterHeading? {
        guard line.utf8.count <= 400 else { return nil }
        guard let first = line.unicodeScalars.first(where: { !$0.isBlank }), mayBegin(with: first) else { return nil }
        var scanner = HeadingScanner(line.unicodeScalars)
        return scanner.heading()
    }

    /// A quick look that sends most lines of a book away.
    static func mayBegin(with scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "第", "卷", "序", "楔", "引", "前", "尾", "后", "後", "番", "终", "終", "最", "正", "上", "中", "下", "外", "自", "大",
            "结", "結", "跋", "附", "完", "写", "寫", "目":
            true
        case "C", "c", "V", "v", "B", "b", "P", "p", "E", "e", "F", "f", "A", "a", "I", "i", "S", "s": true
        case "【", "[", "〔", "〖", "「", "『", "《", "（", "(": true
        default: HeadingScanner.isOrnament(scalar)
        }
    }
}
