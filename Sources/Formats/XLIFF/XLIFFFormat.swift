import Text

/// XLIFF 1.2 (https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html) and 2.0 to 2.2
/// (https://docs.oasis-open.org/xliff/xliff-core/v2.1/os/xliff-core-v2.1-os.html).
///
/// A `<file>` is a chapter; its key is `original`, or the id. A unit's key is that, `/`, and the id of the `trans-unit` or
/// `unit`, with the id of the segment where there are several. The source stays; the target is filled, or put in behind the
/// source; its state becomes `translated`, `approved` becomes `no`, and a language that is not named is.
package enum XLIFFFormat: Format {
    package static let name = "xliff"
    package static let summary = "XLIFF 1.2 and 2.x"
    package static let extensions = ["xlf", "xliff", "sdlxliff", "mqxliff", "mxliff", "txlf"]
    package static let family = FormatFamily.exchange
    package static let carries: Set<FormatFeature> = [
        .codes, .keys, .comments, .contexts, .limits, .targets, .states, .parts,
    ]

    package static func recognize(_ sample: FileSample) -> Recognition {
        guard let root = XMLRoot(sample) else { return .no }
        return root.name == "xliff" ? .certain : .no
    }

    /// Throws `.malformed` for a file without an `<xliff>` element, `.refused` for a dangerous one.
    package static func read(_ bytes: [UInt8], file: String, options: ReadOptions) throws(FormatError) -> Document {
        let source = try XMLSource(bytes, file: file, options: options)
        guard
            let root = source.xml.tokens.indices.first(where: {
                source.xml.tokens[$0].kind == .startTag && source.xml.has("xliff", $0)
            })
        else {
            throw FormatError(.malformed, "\(file): there is no <xliff> element. Export the file as XLIFF again.")
        }
        let isOld = !(source.xml.value("version", of: root) ?? "1.2").hasPrefix("2")
        var reader = XLIFFReader(source, file: file, options: options)
        if isOld { reader.readOld(root) } else { reader.readNew(root) }
        return Document(
            file: file,
            format: name,
            units: reader.list.units,
            chapters: reader.list.chapters,
            details: Document.Details(language: reader.source, encoding: source.decoded.encoding.rawValue),
            findings: source.findings + reader.findings,
            skeleton: XMLSkeleton(source, reader.places)
        )
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        guard let skeleton = document.skeleton as? XMLSkeleton<XLIFFPlaces> else {
            throw FormatError(.wrongSkeleton, "\(document.file): the document was not read as XLIFF.")
        }
        var patch = XMLPatch(skeleton, edition, file: document.file)
        var writer = XLIFFWriter(document.units, skeleton, edition)
        writer.write(to: &patch)
        return patch.finish()
    }
}

/// The places of the targets in an XLIFF file.
struct XLIFFPlaces: Sendable {
    /// One for each unit, in order.
    var units: [Place] = []
    var groups: [Group] = []
    var files: [File] = []

    struct Place: Sendable {
        var hole: XMLHole
        /// What becomes of states when the unit is translated.
        var edits: [XMLEdit] = []
        /// The group that writes it, for a segment whose target is not there yet.
        var group: Int?
    }

    /// A target that is made of the segments of its source.
    struct Group: Sendable {
        var hole: XMLHole
        var parts: [Part] = []
        var units: [Int] = []
        var edits: [XMLEdit] = []

        enum Part: Sendable {
            case bytes(Range<Int>)
            /// The unit, the tag before its text, and what stands in the target now.
            case segment(Int, tag: String, end: String, now: Range<Int>?)
        }
    }

    struct File: Sendable {
        var units: Range<Int>
        var language: XMLLanguage
    }
}

/// Writes translations into the targets.
struct XLIFFWriter {
    private let units: [Unit]
    private let skeleton: XMLSkeleton<XLIFFPlaces>
    private let edition: Edition

    init(_ units: [Unit], _ skeleton: XMLSkeleton<XLIFFPlaces>, _ edition: Edition) {
        self.units = units
        self.skeleton = skeleton
        self.edition = edition
    }

    mutating func write(to patch: inout XMLPatch) {
        let places = skeleton.places
        guard units.count == places.units.count else { return }
        for file in places.files {
            var isChanged = false
            for index in file.units {
                guard let text = text(index) else { continue }
                isChanged = true
                let place = places.units[index]
                guard place.group == nil else { continue }
                patch.fill(place.hole, with: text, key: units[index].key)
                patch.apply(place.edits)
            }
            if isChanged { file.language.write(edition.target, to: &patch) }
        }
        for group in places.groups where group.units.contains(where: { text($0) != nil }) { write(group, to: &patch) }
    }

    /// The translation of a unit; nil where there is none or where the file has it already.
    private func text(_ index: Int) -> InlineText? {
        guard let text = edition.texts[units[index].key] else { return nil }
        if let existing = units[index].existing[edition.target.description], existing.state != .initial,
            existing.text == text
        {
            return nil
        }
        return text
    }

    private func write(_ group: XLIFFPlaces.Group, to patch: inout XMLPatch) {
        let bytes = skeleton.decoded.utf8
        var target = group.hole.before
        for part in group.parts {
            switch part {
            case .bytes(let range): target += String(decoding: bytes[range], as: UTF8.self)
            case .segment(let index, let tag, let end, let now):
                target += tag
                if let text = text(index) {
                    target += patch.render(text, skeleton.places.units[index].hole.slot, key: units[index].key)
                } else if let now {
                    target += String(decoding: bytes[now], as: UTF8.self)
                }
                target += end
            }
        }
        patch.replace(group.hole.slot.range, by: target + group.hole.after)
        patch.apply(group.edits)
    }
}
