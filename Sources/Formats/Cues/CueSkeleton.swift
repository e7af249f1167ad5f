import Text

/// What is kept of a subtitle file.
struct CueSkeleton: Skeleton {
    var decoded: DecodedText
    /// One for each unit.
    var places: [Place]
    var markup: any CueMarkup
    /// Name of the format that read it.
    var format: String

    struct Place: Sendable {
        var source: Range<Int>
        /// Lines of the source.
        var lineCount: Int
        /// Where the translation goes in a bilingual file; nil for the place of the source.
        var target: Target?
        var lineBreak: String
        var addedLineBreak: String
    }

    enum Target: Sendable {
        case existing(Range<Int>)
        /// A line after the source, and one before it.
        case added(Int)
        case addedBefore(Int)
    }
}

extension CueSkeleton {
    /// Writes the translations into the places of their cues; in a bilingual edition of a file in one language, as
    /// lines after their source.
    func write(_ document: Document, as edition: Edition) -> WrittenFile {
        var patch = TextPatch(decoded)
        for (unit, place) in zip(document.units, places) {
            guard let translation = edition.texts[unit.key] else { continue }
            let lines = CueLayout.lines(of: translation, most: place.lineCount, target: edition.target)
            let text = lines.map(written).joined(separator: unit.kind == .cue ? place.lineBreak : " ")
            switch place.target {
            case .existing(let range): patch.replace(range, by: text)
            case .added(let offset): patch.insert(place.addedLineBreak + text, at: offset)
            case .addedBefore(let offset): patch.insert(text + place.addedLineBreak, at: offset)
            case nil:
                if edition.layout == .bilingual, unit.kind == .cue {
                    patch.insert(place.addedLineBreak + text, at: place.source.upperBound)
                } else {
                    patch.replace(place.source, by: text)
                }
            }
        }
        return patch.write(file: document.file, encoding: edition.encoding)
    }

    private func written(_ line: [InlineText.Part]) -> String {
        line.reduce(into: "") { text, part in
            switch part {
            case .text(let run): text += markup.escape(run)
            case .code(let code): text += code.data
            }
        }
    }
}
