package import Text

/// A ZIP archive in memory, read through its central directory (PKWARE APPNOTE 6.3.10,
/// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT). Nothing is inflated before it is asked for, and nothing is
/// ever put on a disk.
package struct ZipArchive: Sendable {
    /// The whole file, also what stands before and after the archive.
    package let bytes: [UInt8]
    /// In the order of the central directory. Entries whose local header is damaged are left out, with a finding.
    package let entries: [ZipEntry]
    /// What is wrong but does not keep the rest from being read.
    package let findings: [Finding]
    /// Name of the file as the user gave it, for messages.
    package let file: String

    let directory: ZipDirectory
    private let index: [String: Int]

    /// Reads the directory. Throws `.malformed` when there is none (no archive, or cut off), and `.refused`, saying why,
    /// for paths that climb out, bombs and overlapping entries.
    package init(_ bytes: [UInt8], file: String, limits: Limits = Limits()) throws(FormatError) {
        let directory = try ZipDirectory(bytes, file: file, limits: limits)
        var findings = directory.findings
        var index: [String: Int] = [:]
        for (position, entry) in directory.entries.enumerated() {
            if index.updateValue(position, forKey: entry.path) != nil {
                let place = Finding.Place(file: "\(file)!\(entry.path)")
                findings.append(
                    Finding(
                        "zip-duplicate",
                        .warning,
                        "“\(entry.path)” is there twice; the last one is read.",
                        at: place
                    )
                )
            }
        }
        self.bytes = bytes
        self.entries = directory.entries
        self.findings = findings
        self.file = file
        self.directory = directory
        self.index = index
    }

    /// The entry with exactly this path; the last one when there are several.
    package func entry(at path: String) -> ZipEntry? { index[path].map { entries[$0] } }

    /// The bytes of an entry, inflated. A CRC-32 that does not agree is added to `findings`; the bytes are given all the same.
    /// Throws `.refused` for an encrypted entry, an unknown method and more bytes than declared, `.malformed` for damage.
    package func contents(of entry: ZipEntry, findings: inout [Finding]) throws(FormatError) -> [UInt8] {
        let place = "\(file)!\(entry.path)"
        guard !entry.isEncrypted else {
            throw FormatError(.refused, "\(place): the entry is encrypted. Remove the protection and try again.")
        }
        let contents: [UInt8]
        switch entry.method {
        case 0:
            guard entry.size == entry.data.count else {
                throw FormatError(
                    .malformed,
                    "\(place): a stored entry with two different sizes. Make the archive again."
                )
            }
            contents = Array(bytes[entry.data])
        case 8:
            do {
                contents = try Deflate.inflate(bytes[entry.data], size: entry.size)
            } catch .tooLong {
                throw FormatError(
                    .refused,
                    "\(place): holds more than the \(entry.size) bytes that it declares, as a zip bomb does."
                )
            } catch {
                throw FormatError(.malformed, "\(place): the compressed data is damaged. Get the file again.")
            }
        default:
            throw FormatError(
                .refused,
                "\(place): compression method \(entry.method) is not known. Make the archive again with “deflate”."
            )
        }
        if contents.count != entry.size || Deflate.crc32(contents) != entry.crc {
            findings.append(
                Finding(
                    "zip-checksum",
                    .warning,
                    "The checksum (CRC-32) does not agree: the entry may be damaged. Get the file again.",
                    at: Finding.Place(file: place)
                )
            )
        }
        return contents
    }

    /// What is taken for a bomb or a mistake.
    package struct Limits: Sendable {
        /// Inflated bytes per compressed byte of one entry, looked at only above `ratioFloor` bytes. DEFLATE cannot give
        /// more than 1,032 (https://zlib.net/zlib_tech.html); text gives 3 to 10.
        package var ratio = 200
        package var ratioFloor = 10 << 20
        /// Inflated bytes of all entries.
        package var total = 1 << 30
        /// Entries of a plain archive, and of one with the ZIP64 directory.
        package var entries = 65_535
        package var zip64Entries = 200_000

        package init() {}
    }
}
