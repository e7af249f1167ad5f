package import Text

/// A file format: bytes to a document and back.
///
/// The contract, held by one suite for all formats: a document written with no translation gives the bytes that were read;
/// with translations, every byte outside the translated units is unchanged; broken input is a finding and the rest loads.
package protocol Format: Sendable {
    /// Short name as used in settings and on the command line: `txt`, `epub`.
    static var name: String { get }
    /// What it is, for a list: `EPUB 2 and 3`.
    static var summary: String { get }
    /// File name extensions in lower case, without the dot.
    static var extensions: [String] { get }
    static var family: FormatFamily { get }
    /// What it carries beside the text, for a list.
    static var carries: Set<FormatFeature> { get }

    /// How sure it is, from name and content, that the file is one of its own.
    static func recognize(_ sample: FileSample) -> Recognition

    /// Reads a file. Throws only when nothing of it can be used; whatever else is wrong is a finding of the document.
    static func read(_ bytes: [UInt8], file: String, options: ReadOptions) throws(FormatError) -> Document

    /// Writes a document that this format has read.
    static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile

    /// The path of a file's edition, where the program that loads it tells languages by their names in it; else the same.
    static func path(of file: String, in target: LanguageTag) -> String
}

extension Format {
    package static func path(of file: String, in target: LanguageTag) -> String { file }

    package static func read(_ bytes: [UInt8], file: String) throws(FormatError) -> Document {
        try read(bytes, file: file, options: ReadOptions())
    }

    package static func recognize(_ sample: FileSample) -> Recognition {
        extensions.contains(sample.ending) ? .named : .no
    }
}

/// How sure a format is of a file, rising.
package enum Recognition: Int, Sendable, Comparable {
    case no
    /// Nothing speaks against it; what a general format says of a file of its kind (any JSON, any XML).
    case possible
    /// The name asks for it.
    case named
    /// The content looks like it.
    case likely
    /// Only this format looks so: a signature, a root element, a set of keys.
    case certain

    package static func < (left: Recognition, right: Recognition) -> Bool { left.rawValue < right.rawValue }
}

/// Which field a format belongs to.
package enum FormatFamily: String, Sendable, Codable, CaseIterable {
    case books, subtitles, exchange, software, games
}

/// What a format carries beside the text of its units.
package enum FormatFeature: String, Sendable, Codable, CaseIterable {
    case codes, keys, comments, contexts, speakers, timing, limits, plurals
    /// Source and target stand side by side: an edition keeps the source and fills the target.
    case targets
    /// States of translations are read and written.
    case states
    /// Several files, chapters or sheets in one.
    case parts
}

/// A file to be put on disk, and what is to be said about it.
package struct WrittenFile: Sendable {
    package var bytes: [UInt8]
    package var findings: [Finding]

    package init(bytes: [UInt8], findings: [Finding] = []) {
        self.bytes = bytes
        self.findings = findings
    }
}

/// Why a file could not be read or written at all.
package struct FormatError: Error, Sendable, CustomStringConvertible {
    package var code: Code
    /// What is wrong and what to do about it, with the file's name.
    package var message: String
    package var cause: (any Error)?

    package init(_ code: Code, _ message: String, cause: (any Error)? = nil) {
        self.code = code
        self.message = message
        self.cause = cause
    }

    package enum Code: String, Sendable {
        /// No format knows the file.
        case unknownFormat
        /// The file is not what its format asks for: no archive, no root file, cut off.
        case malformed
        /// The file would do harm: a bomb, a path that climbs out of its archive.
        case refused
        /// The document was not read by this format.
        case wrongSkeleton
    }

    package var description: String { message }
}
