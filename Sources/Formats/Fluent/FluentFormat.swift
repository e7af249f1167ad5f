import Text

/// Mozilla's Fluent: messages, terms, attributes, and the variants of selectors as units of their own.
package enum FluentFormat: Format {
    package static let name = "fluent"
    package static let summary = "Fluent .ftl"
    package static let extensions = ["ftl"]
    package static let family = FormatFamily.software
    package static let carries: Set<FormatFeature> = [.codes, .keys, .comments, .plurals]

    package static func read(_ bytes: [UInt8], file: String, options: ReadOptions) -> Document {
        var reader = FluentReader(bytes, file: file, options: options)
        return reader.document()
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        let skeleton = try skeleton(of: document, form: FluentForm.self)
        let writer = FluentWriter(skeleton: skeleton, edition: edition)
        var patch = TextPatch(skeleton.decoded)
        for change in writer.changes(in: 0..<skeleton.decoded.utf8.count + 1) {
            patch.replace(change.range, by: change.text)
        }
        return patch.write(file: document.file, encoding: edition.encoding)
    }
}

enum FluentForm: Sendable {
    /// White space before further lines.
    case pattern(indent: String)
    /// A variant that the file does not have, before the default one.
    case added(PluralCategory, indent: String)
}

/// Puts translations into patterns, and translated variants into translated sentences around them.
struct FluentWriter {
    let skeleton: StringSkeleton<FluentForm>
    let edition: Edition

    /// New texts for holes in a range, rising, none inside another.
    func changes(in range: Range<Int>) -> [(range: Range<Int>, text: String)] {
        var changes: [(range: Range<Int>, text: String)] = []
        var covered = range.lowerBound
        let lineBreak = skeleton.decoded.utf8.lineBreak
        let categories = PluralRules.categories(of: edition.target)
        for hole in holes(in: range) where hole.range.lowerBound >= covered {
            guard let text = edition.texts[hole.key] else { continue }
            switch hole.form {
            case .pattern(let indent):
                changes.append((hole.range, write(text, hole, indent, lineBreak)))
                covered = max(hole.range.upperBound, covered)
            case .added(let category, let indent):
                guard categories.contains(category) else { continue }
                let value = write(text, hole, indent + "    ", lineBreak)
                // In line with the other brackets, whose star comes first.
                changes.append((hole.range, " [\(category.rawValue)] \(value)\(lineBreak)\(indent)"))
            }
        }
        return changes
    }

    /// Holes by their beginning, found by halves: they rise in the skeleton.
    private func holes(in range: Range<Int>) -> ArraySlice<StringHole<FluentForm>> {
        func first(_ offset: Int) -> Int {
            var (low, high) = (0, skeleton.holes.count)
            while low < high {
                let middle = (low + high) / 2
                if skeleton.holes[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
            }
            return low
        }
        return skeleton.holes[first(range.lowerBound)..<first(range.upperBound)]
    }

    private func write(_ text: InlineText, _ hole: StringHole<FluentForm>, _ indent: String, _ lineBreak: String)
        -> String
    {
        var output = ""
        var isLineStart = true
        let parts = text.parts
        for (number, part) in parts.enumerated() {
            switch part {
            case .code(let code) where code.kind == .lineBreak:
                output += lineBreak + indent
                isLineStart = true
            case .code(let code):
                output += code.data.contains("->") ? select(code.data, in: hole.range) : code.data
                isLineStart = false
            case .text(let run):
                let isLast = number == parts.count - 1
                output += Self.escape(run, isStart: number == 0, isEnd: isLast, &isLineStart, lineBreak + indent)
            }
        }
        return output
    }

    /// A select inside a sentence, with its own translations.
    private func select(_ data: String, in range: Range<Int>) -> String {
        let bytes = Array(data.utf8)
        let source = skeleton.decoded.utf8
        guard let found = source[range].firstRange(of: bytes) else { return data }
        var output: [UInt8] = []
        var place = found.lowerBound
        for change in changes(in: found.lowerBound + 1..<found.upperBound) {
            output += source[place..<change.range.lowerBound] + Array(change.text.utf8)
            place = change.range.upperBound
        }
        return String(decoding: output + source[place..<found.upperBound], as: UTF8.self)
    }

    /// Braces, signs that mean something at the beginning of a line, and white space at the ends become literals.
    private static func escape(
        _ run: String,
        isStart: Bool,
        isEnd: Bool,
        _ isLineStart: inout Bool,
        _ lineBreak: String
    ) -> String {
        var output = ""
        let scalars = Array(run.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            let isLast = index == scalars.count - 1 && isEnd
            switch scalar {
            case "{", "}": output += "{\"\(scalar)\"}"
            case "\n":
                output += lineBreak
                isLineStart = true
                continue
            case "\r": continue
            case " " where isLast || (isLineStart && (isStart || index > 0)): output += "{\" \"}"
            case ".", "*",
                "[" where isLineStart:
                output += "{\"\(scalar)\"}"
            default: output.unicodeScalars.append(scalar)
            }
            isLineStart = false
        }
        return output
    }
}
