import Text

/// SubRip subtitles, as lenient as players are: cues without number, dots or missing fractions in times, CR alone as
/// line break, blank lines inside a cue, coordinates after the time.
///
/// A cue is a unit, called by the time at which it begins. Its lines are joined by a space, or by a line break before a
/// line that begins with a dash. In a bilingual file, two lines of a cue or two cues with one time are one unit, and
/// the other language is the existing translation.
package enum SRTFormat: Format {
    package static let name = "srt"
    package static let summary = "SubRip subtitles"
    package static let extensions = ["srt"]
    package static let family = FormatFamily.subtitles
    package static let carries: Set<FormatFeature> = [.codes, .timing]

    package static func recognize(_ sample: FileSample) -> Recognition {
        let isNamed = extensions.contains(sample.ending)
        let head = Array(sample.head.prefix(4_096))
        guard !head.starts(with: Array("WEBVTT".utf8)), !VTTFormat.extensions.contains(sample.ending) else {
            return .no
        }
        let lines = CueLines(head, from: 0)
        let isCue = lines.lines.prefix(40).contains { line in
            guard let arrow = lines.arrow(in: line.range) else { return false }
            let times = lines.times(line.range, arrow: arrow)
            return times.start != nil && times.end != nil
        }
        return isCue ? .likely : isNamed ? .named : .no
    }

    package static func read(_ bytes: [UInt8], file: String, options: ReadOptions) -> Document {
        let decoded = DecodedText(bytes, file: file, encoding: options.encoding)
        var parser = SRTParser(decoded, file: file)
        parser.run()
        let markup = SRTMarkup(references: CueReferences(in: decoded.utf8, from: decoded.start))
        let reader = CueReader(parser.cues, markup, decoded, options)
        return Document(
            cues: reader,
            decoded: decoded,
            markup: markup,
            file: file,
            format: name,
            findings: parser.findings
        )
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        try CueSkeleton.of(document, name).write(document, as: edition)
    }
}

extension CueSkeleton {
    /// The skeleton of a document that the named format has read.
    static func of(_ document: Document, _ format: String) throws(FormatError) -> CueSkeleton {
        guard let skeleton = document.skeleton as? CueSkeleton, skeleton.format == format,
            skeleton.places.count == document.units.count
        else {
            throw FormatError(.wrongSkeleton, "\(document.file) was not read as \(format) subtitles: read it again.")
        }
        return skeleton
    }
}
