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
    /// Whether keys are made from what units say, since the file has no names for them: read back, they are other keys, and
    /// the units are compared in their order.
    var isKeyedByContent: Bool

    init(
        _ format: any Format.Type,
        _ file: String,
        _ bytes: [UInt8],
        units: Int,
        findings: Int = 0,
        options: ReadOptions = ReadOptions(),
        isDetected: Bool = true,
        isKeyedByContent: Bool = false
    ) {
        self.format = format
        self.file = file
        self.bytes = bytes
        self.options = options
        self.units = units
        self.findings = findings
        self.isDetected = isDetected
        self.isKeyedByContent = isKeyedByContent
    }

    init(
        _ format: any Format.Type,
        _ file: String,
        _ text: String,
        units: Int,
        findings: Int = 0,
        options: ReadOptions = ReadOptions(),
        isDetected: Bool = true,
        isKeyedByContent: Bool = false
    ) {
        self.init(
            format,
            file,
            Array(text.utf8),
            units: units,
            findings: findings,
            options: options,
            isDetected: isDetected,
            isKeyedByContent: isKeyedByContent
        )
    }

    var testDescription: String { "\(format.name): \(file), \(bytes.count) bytes" }

    static let all: [FormatFixture] = json + xml + tables + lines

    func read() throws -> Document { try format.read(bytes, file: file, options: options) }
}
