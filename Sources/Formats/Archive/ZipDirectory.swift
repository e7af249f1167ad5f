import Text

/// The central directory of an archive: where everything is. Checked as a whole before any entry is read.
struct ZipDirectory: Sendable {
    private(set) var entries: [ZipEntry] = []
    private(set) var findings: [Finding] = []
    /// Every central header, also of entries that cannot be read.
    private(set) var headers: [Header] = []
    let end: ZipEnd

    /// The bytes of a central header, and the offset in the file to which it points.
    struct Header: Sendable {
        var range: Range<Int>
        var offset: Int
        /// Where the 64-bit fields are in the file, when a ZIP64 extra field holds them.
        var wideSize: Int?
        var wideCompressedSize: Int?
        var wideOffset: Int?
    }

    private struct Fields {
        var header: Header
        var flags: Int
        var size: Int
        var compressedSize: Int
    }

    init(_ bytes: [UInt8], file: String, limits: ZipArchive.Limits) throws(FormatError) {
        end = try ZipEnd(bytes, file: file)
        let allowed = end.isZip64 ? limits.zip64Entries : limits.entries
        guard end.count <= allowed else {
            throw FormatError(.refused, "\(file): \(end.count) entries in the archive; at most \(allowed) are read.")
        }
        var total = 0
        var position = end.directory
        while headers.count < allowed, bytes.little32(at: position) == 0x0201_4B50 {
            guard let fields = Self.fields(bytes, at: position, base: end.base) else { break }
            position = fields.header.range.upperBound
            headers.append(fields.header)
            let (entry, isSound) = Self.entry(bytes, fields, end: end.directory)
            if let danger = ZipName.danger(in: entry.path) {
                throw FormatError(
                    .refused,
                    "\(file): refused, because the path “\(entry.path)” in the archive \(danger). Do not trust this file."
                )
            }
            total += min(entry.size, limits.total + 1)
            let isBomb = entry.size > limits.ratioFloor && entry.size / limits.ratio > entry.compressedSize
            guard !isBomb, total <= limits.total else {
                throw FormatError(
                    .refused,
                    "\(file): refused as a zip bomb: “\(entry.path)” takes the contents to \(total) bytes. Do not trust this file."
                )
            }
            if isSound {
                entries.append(entry)
            } else {
                let place = Finding.Place(file: "\(file)!\(entry.path)")
                let message = "The entry's local header is damaged; it was left out. Get the file again."
                findings.append(Finding("zip-entry-broken", .error, message, at: place))
            }
        }
        guard headers.count > 0 || end.count == 0 else {
            throw FormatError(.malformed, "\(file): the archive's directory is damaged. Get the file again.")
        }
        if headers.count != end.count {
            let message = "The archive says that it holds \(end.count) entries, but \(headers.count) were found."
            findings.append(Finding("zip-count", .warning, message, at: Finding.Place(file: file)))
        }
        try refuseOverlaps(file: file)
    }

    /// Entries that share bytes are how a small archive becomes a petabyte (https://www.bamsoftware.com/hacks/zipbomb/).
    private func refuseOverlaps(file: String) throws(FormatError) {
        var reached = 0
        var last = ""
        for entry in entries.sorted(by: { $0.record.lowerBound < $1.record.lowerBound }) {
            guard entry.record.lowerBound >= reached else {
                throw FormatError(
                    .refused,
                    "\(file): refused, because the entries “\(last)” and “\(entry.path)” overlap, as in a zip bomb."
                )
            }
            reached = entry.record.upperBound
            last = entry.path
        }
    }

    /// The central header at an offset, with its ZIP64 numbers (APPNOTE 4.3.12, 4.5.3).
    private static func fields(_ bytes: [UInt8], at start: Int, base: Int) -> Fields? {
        guard let flags = bytes.little16(at: start + 8), let compressedSize = bytes.little32(at: start + 20),
            let size = bytes.little32(at: start + 24), let nameLength = bytes.little16(at: start + 28),
            let extraLength = bytes.little16(at: start + 30), let commentLength = bytes.little16(at: start + 32),
            let offset = bytes.little32(at: start + 42)
        else { return nil }
        let extra = start + 46 + nameLength
        let after = extra + extraLength + commentLength
        guard after <= bytes.count else { return nil }
        var header = Header(range: start..<after, offset: offset)
        var fields = Fields(header: header, flags: flags, size: size, compressedSize: compressedSize)
        if var wide = wideField(bytes, extra..<(extra + extraLength)) {
            if size == 0xFFFF_FFFF, let value = bytes.little64(at: wide) {
                fields.size = value
                header.wideSize = wide
                wide += 8
            }
            if compressedSize == 0xFFFF_FFFF, let value = bytes.little64(at: wide) {
                fields.compressedSize = value
                header.wideCompressedSize = wide
                wide += 8
            }
            if offset == 0xFFFF_FFFF, let value = bytes.little64(at: wide) {
                header.offset = value
                header.wideOffset = wide
            }
        }
        // Wraps for nonsense, which then points nowhere.
        header.offset &+= base
        fields.header = header
        return fields
    }

    /// Where the numbers of the ZIP64 extra field begin.
    private static func wideField(_ bytes: [UInt8], _ extra: Range<Int>) -> Int? {
        var position = extra.lowerBound
        while position + 4 <= extra.upperBound, let id = bytes.little16(at: position),
            let length = bytes.little16(at: position + 2)
        {
            if id == 0x0001 { return position + 4 }
            position += 4 + length
        }
        return nil
    }

    /// The entry that a central header describes, and whether its local record is where it should be.
    private static func entry(_ bytes: [UInt8], _ fields: Fields, end: Int) -> (ZipEntry, Bool) {
        let start = fields.header.range.lowerBound
        let name = start + 46..<start + 46 + (bytes.little16(at: start + 28) ?? 0)
        let local = min(max(fields.header.offset, 0), end)
        var isSound = false
        var localName = local..<local
        var localExtra = local..<local
        var data = local..<local
        var record = local..<local
        if bytes.little32(at: local) == 0x0403_4B50, let nameLength = bytes.little16(at: local + 26),
            let extraLength = bytes.little16(at: local + 28),
            case let from = local + 30 + nameLength + extraLength,
            from <= end, fields.compressedSize <= end - from, local == fields.header.offset
        {
            isSound = true
            localName = local + 30..<local + 30 + nameLength
            localExtra = localName.upperBound..<from
            data = from..<from + fields.compressedSize
            record = local..<min(end, data.upperBound + descriptorLength(bytes, fields, at: data.upperBound))
        }
        let entry = ZipEntry(
            path: ZipName.decode(bytes[name], isUTF8: fields.flags & 0x0800 != 0),
            method: bytes.little16(at: start + 10) ?? 0,
            isEncrypted: fields.flags & 0x0001 != 0,
            modified: ZipTime(
                date: UInt16(bytes.little16(at: start + 14) ?? 0),
                time: UInt16(bytes.little16(at: start + 12) ?? 0)
            ),
            crc: UInt32(bytes.little32(at: start + 16) ?? 0),
            compressedSize: fields.compressedSize,
            size: fields.size,
            header: fields.header.range,
            record: record,
            data: data,
            localName: localName,
            localExtra: localExtra
        )
        return (entry, isSound)
    }

    /// Bytes of the data descriptor after the data (APPNOTE 4.3.9), with or without its signature.
    private static func descriptorLength(_ bytes: [UInt8], _ fields: Fields, at offset: Int) -> Int {
        guard fields.flags & 0x0008 != 0 else { return 0 }
        let signature = bytes.little32(at: offset) == 0x0807_4B50 ? 4 : 0
        let compressed = offset + signature + 4
        if bytes.little32(at: compressed) == fields.compressedSize, bytes.little32(at: compressed + 4) == fields.size {
            return signature + 12
        }
        if bytes.little64(at: compressed) == fields.compressedSize, bytes.little64(at: compressed + 8) == fields.size {
            return signature + 20
        }
        return 0
    }
}
