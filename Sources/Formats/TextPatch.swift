import Text

/// A decoded text file with the places of its units: what most formats of text keep of a file.
struct PatchSkeleton: Skeleton {
    var decoded: DecodedText
    /// One for each unit of the document, in the order of the units: offsets in `decoded.utf8`.
    var holes: [Range<Int>]
}

/// New text for places of a decoded file; every byte elsewhere is written as it was, in the file's own encoding.
struct TextPatch {
    let decoded: DecodedText
    private var changes: [(range: Range<Int>, text: String)] = []

    init(_ decoded: DecodedText) { self.decoded = decoded }

    /// Offsets in `decoded.utf8`, at the borders of characters; ranges must not overlap, and may come in any order.
    mutating func replace(_ range: Range<Int>, by text: String) { changes.append((range, text)) }

    mutating func insert(_ text: String, at place: Int) { replace(place..<place, by: text) }

    /// The file in its own encoding, or in UTF-8 when that is asked for or the encoding cannot hold the new text.
    func write(file: String, encoding: Edition.Encoding) -> WrittenFile {
        guard !changes.isEmpty else { return WrittenFile(bytes: decoded.source) }
        let order = changes.indices.sorted {
            let (left, right) = (changes[$0].range, changes[$1].range)
            return (left.lowerBound, left.upperBound, $0) < (right.lowerBound, right.upperBound, $1)
        }
        let places = decoded.twins(of: order.flatMap { [changes[$0].range.lowerBound, changes[$0].range.upperBound] })
        var writer = HoleWriter(decoded)
        for (step, index) in order.enumerated() {
            writer.replace(places[step * 2], places[step * 2 + 1], by: changes[index].text)
        }
        return writer.write(file: file, encoding: encoding)
    }
}

extension DecodedText {
    /// The places in the file of offsets in `utf8`, which must rise and lie between characters.
    func twins(of offsets: [Int]) -> [TwinOffset] {
        if isSource { return offsets.map { TwinOffset(source: $0, text: $0) } }
        var walk = TwinWalk(self)
        return offsets.map { TwinOffset(source: walk.source(of: $0), text: $0) }
    }
}

/// Walks a file and its text side by side.
private struct TwinWalk {
    private let text: DecodedText
    private let encoder: TextEncoding.Encoder?
    private var place: TwinOffset

    init(_ text: DecodedText) {
        self.text = text
        encoder = text.encoding.encoder()
        place = TwinOffset(source: text.detection.markLength, text: 0)
    }

    /// The offset in the file; `offset` must not be before an earlier one.
    mutating func source(of offset: Int) -> Int {
        while place.text < offset {
            let end = piece(to: offset)
            if end > place.text {
                place.source += length(of: place.text..<end)
                place.text = end
            } else {
                skipReplacement()
            }
        }
        return place.source
    }

    /// The end of the run without U+FFFD that begins here.
    private func piece(to offset: Int) -> Int {
        var index = place.text
        while index < offset, !isReplacement(index) { index += 1 }
        return index
    }

    private func isReplacement(_ index: Int) -> Bool {
        index + 2 < text.utf8.count && text.utf8[index] == 0xEF && text.utf8[index + 1] == 0xBF
            && text.utf8[index + 2] == 0xBD
    }

    private func length(of range: Range<Int>) -> Int {
        bytes(of: range)?.count ?? range.count
    }

    private func bytes(of range: Range<Int>) -> [UInt8]? {
        let run = String(decoding: text.utf8[range], as: UTF8.self)
        return try? (encoder?.encode(run) ?? text.encoding.encode(run)).get()
    }

    /// U+FFFD stands for one or two damaged bytes, or for itself: what follows in the text tells how many to step over.
    private mutating func skipReplacement() {
        let after = place.text + 3
        var end = after
        while end < text.utf8.count, end - after < 24, !isReplacement(end) { end += 1 }
        while end < text.utf8.count, end > after, text.utf8[end] & 0xC0 == 0x80 { end -= 1 }
        let next = end > after ? bytes(of: after..<end) ?? [] : []
        let own = bytes(of: place.text..<after)?.count ?? 1
        let sizes = text.encoding.unitSize == 2 ? [2, 1] : [1, 2, own, 3, 4]
        let size = sizes.first { size in
            let start = place.source + size
            return start <= text.source.count && text.source[start...].starts(with: next)
                && (!next.isEmpty || start == text.source.count || isReplacement(after))
        }
        place.source = min(place.source + (size ?? 1), text.source.count)
        place.text = after
    }
}
