import Text

/// Catalogs of GNU gettext, `.po` and `.pot` (https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html),
/// also as Unreal, Godot, Weblate and Poedit write them.
///
/// A message is a unit, a plural message one unit for each category of the targets that gettext has a form for. The key
/// is `msgctxt|msgid`, or a hash where that is long. Comments, references, context and the previous msgid are notes; a
/// fuzzy translation exists in the state `initial`. In a catalog whose msgids are keys and whose msgstrs are Chinese,
/// the source is the msgstr.
package enum POFormat: Format {
    package static let name = "po"
    package static let summary = "gettext catalogs: PO, POT (also Unreal, Godot, Weblate)"
    package static let extensions = ["po", "pot"]
    package static let family = FormatFamily.exchange
    package static let carries: Set<FormatFeature> = [
        .codes, .keys, .comments, .contexts, .limits, .plurals, .targets, .states,
    ]

    package static func recognize(_ sample: FileSample) -> Recognition {
        let isNamed = extensions.contains(sample.ending)
        let head = sample.head
        guard let id = head.firstRange(of: Array("msgid \"".utf8)) else { return isNamed ? .named : .no }
        let isLineStart = id.lowerBound == 0 || head[id.lowerBound - 1] == 0x0A || head[id.lowerBound - 1] == 0x0D
        guard isLineStart, head.firstRange(of: Array("\nmsgstr".utf8)) != nil || isNamed else {
            return isNamed ? .named : .no
        }
        return isNamed ? .certain : .likely
    }

    package static func read(_ bytes: [UInt8], file: String, options: ReadOptions) -> Document {
        var reader = POReader(bytes, file: file, options: options)
        return reader.document()
    }

    /// Fills msgstr, takes `fuzzy` and the previous msgid off what is filled, and lets the header say the target and
    /// its plural forms. A header that has a formula for the target's language keeps it.
    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        guard let skeleton = document.skeleton as? POSkeleton, skeleton.places.count == document.units.count else {
            throw FormatError(.wrongSkeleton, "\(document.file) was not read as a gettext catalog: read it again.")
        }
        var writer = POWriter(document, skeleton, edition)
        return writer.write()
    }
}

/// What is kept of a catalog.
struct POSkeleton: Skeleton {
    var decoded: DecodedText
    var entries: [POEntry]
    /// One for each unit.
    var places: [Place]
    var header: POHeader?
    var style: POStyle
    var isMonolingual: Bool

    struct Place: Sendable {
        /// Index into `entries`.
        var entry: Int
        var category: PluralCategory?
    }
}
