import Formats
import Testing
import Text

/// A file that the shared suite reads with one format.
struct FormatFixture: Sendable, CustomTestStringConvertible {
    var format: any Format.Type
    /// With the name that users' files have.
    var file: String
    var bytes: [UInt8]
    var options: ReadOptions
    /// How many units it holds: a reader that finds none would pass everything else.
    var units: Int
    /// How many findings reading it gives.
    var findings: Int
    /// Whether the catalog finds the format by itself.
    var isDetected: Bool
    /// Whether the source stays beside the translation; nil for what the format does in general. A subtitle file may be
    /// bilingual, and a table may have one column of text alone.
    var keepsSource: Bool?
    /// Whether keys come from the texts, as where a file has no other name for a line: a translated file has others.
    var isKeyedByText = false

    init(
        _ format: any Format.Type,
        _ file: String,
        _ bytes: [UInt8],
        units: Int,
        findings: Int = 0,
        options: ReadOptions = ReadOptions(),
        isDetected: Bool = true,
        keepsSource: Bool? = nil
    ) {
        self.format = format
        self.file = file
        self.bytes = bytes
        self.options = options
        self.units = units
        self.findings = findings
        self.isDetected = isDetected
        self.keepsSource = keepsSource
    }

    init(
        _ format: any Format.Type,
        _ file: String,
        _ text: String,
        units: Int,
        findings: Int = 0,
        options: ReadOptions = ReadOptions(),
        isDetected: Bool = true,
        keepsSource: Bool? = nil
    ) {
        self.init(
            format,
            file,
            Array(text.utf8),
            units: units,
            findings: findings,
            options: options,
            isDetected: isDetected,
            keepsSource: keepsSource
        )
    }

    var testDescription: String { "\(format.name): \(file), \(bytes.count) bytes" }

    static let all: [FormatFixture] = json + xml + tables + lines

    func read() throws -> Document { try format.read(bytes, file: file, options: options) }
}
