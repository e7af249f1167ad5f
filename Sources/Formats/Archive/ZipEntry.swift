/// One entry of an archive, as its central directory describes it.
package struct ZipEntry: Hashable, Sendable {
    /// Path inside the archive, with `/` between its parts; a directory ends with `/`.
    package let path: String
    /// 0 for stored, 8 for deflated; others cannot be read (APPNOTE 4.4.5).
    package let method: Int
    package let isEncrypted: Bool
    package let modified: ZipTime
    package let crc: UInt32
    /// Bytes in the archive.
    package let compressedSize: Int
    /// Bytes when inflated, as declared; reading gives no more than that.
    package let size: Int

    package var isDirectory: Bool { path.utf8.last == UInt8(ascii: "/") }

    /// The bytes of the central header.
    let header: Range<Int>
    /// The bytes of the local record: header, data and data descriptor.
    let record: Range<Int>
    /// The compressed bytes.
    let data: Range<Int>
    /// The local header's own name and extra field lengths.
    let localName: Range<Int>
    let localExtra: Range<Int>
}

/// A moment as ZIP stores it: MS-DOS date and time, local time without zone, two-second steps from 1980.
package struct ZipTime: Hashable, Sendable {
    package var date: UInt16
    package var time: UInt16

    package init(date: UInt16, time: UInt16) {
        self.date = date
        self.time = time
    }

    /// 1980-01-01 00:00:00, the first moment that can be written: what reproducible archives use.
    package static let first = ZipTime(date: 0x0021, time: 0)

    /// Years before 1980 and after 2107 are brought into that range.
    package init(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        let years = min(max(year - 1980, 0), 127)
        date = UInt16(years << 9 | (month & 15) << 5 | day & 31)
        time = UInt16((hour & 31) << 11 | (minute & 63) << 5 | (second / 2) & 31)
    }
}
