/// The end of central directory record, with the ZIP64 one when there is one (APPNOTE 4.3.14 to 4.3.16).
struct ZipEnd: Sendable {
    /// Entries that the archive says it has.
    let count: Int
    /// Offset of the directory in the file.
    let directory: Int
    /// What must be added to an offset in the archive to get one in the file: the length of junk before it.
    let base: Int
    /// Offset of the end record in the file.
    let record: Int
    /// Offsets in the file of the ZIP64 record and of its locator.
    let wideRecord: Int?
    let wideLocator: Int?

    var isZip64: Bool { wideRecord != nil }

    /// How much after the archive is searched for its end: the longest comment, and as much junk again many times over.
    private static let reach = 1 << 20

    init(_ bytes: [UInt8], file: String) throws(FormatError) {
        guard bytes.count >= 4, bytes.contains(UInt8(ascii: "P")) else {
            throw FormatError(.malformed, "\(file): this is no ZIP archive.")
        }
        var position = bytes.count - 22
        let lowest = max(0, position - Self.reach)
        while position >= lowest {
            if bytes[position] == 0x50, bytes.little32(at: position) == 0x0605_4B50,
                let end = Self.read(bytes, at: position)
            {
                self = end
                return
            }
            position -= 1
        }
        let isArchive = bytes.little32(at: 0) == 0x0403_4B50
        throw FormatError(
            .malformed,
            isArchive
                ? "\(file): the archive is cut off: its directory, which stands at the end, is missing. Get the file again."
                : "\(file): this is no ZIP archive."
        )
    }

    private init(count: Int, directory: Int, base: Int, record: Int, wideRecord: Int?, wideLocator: Int?) {
        self.count = count
        self.directory = directory
        self.base = base
        self.record = record
        self.wideRecord = wideRecord
        self.wideLocator = wideLocator
    }

    private static func read(_ bytes: [UInt8], at record: Int) -> ZipEnd? {
        guard var count = bytes.little16(at: record + 10), var size = bytes.little32(at: record + 12),
            var offset = bytes.little32(at: record + 16)
        else { return nil }
        var directoryEnd = record
        var wideRecord: Int?
        var wideLocator: Int?
        let needsWide = count == 0xFFFF || size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF
        if needsWide, bytes.little32(at: record - 20) == 0x0706_4B50, let wide = bytes.little64(at: record - 12) {
            // With junk before the archive the locator is off by it; then the record stands right before the locator.
            for place in [wide, record - 20 - 56] where bytes.little32(at: place) == 0x0606_4B50 {
                guard let wideCount = bytes.little64(at: place + 32), let wideSize = bytes.little64(at: place + 40),
                    let wideOffset = bytes.little64(at: place + 48)
                else { continue }
                (count, size, offset) = (wideCount, wideSize, wideOffset)
                directoryEnd = place
                wideRecord = place
                wideLocator = record - 20
                break
            }
        }
        guard size <= directoryEnd else { return nil }
        let found = directoryEnd - size
        for directory in [found, offset] {
            guard directory <= directoryEnd, directory >= offset else { continue }
            let isEmpty = count == 0 && size == 0
            guard isEmpty || bytes.little32(at: directory) == 0x0201_4B50 else { continue }
            return ZipEnd(
                count: count,
                directory: directory,
                base: directory - offset,
                record: record,
                wideRecord: wideRecord,
                wideLocator: wideLocator
            )
        }
        return nil
    }
}
