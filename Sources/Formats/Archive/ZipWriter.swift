/// Makes a new archive, entry after entry. The same entries with the same time give the same bytes.
package struct ZipWriter: Sendable {
    /// The archive so far, without its directory.
    private var output: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0
    private let time: ZipTime

    /// - Parameter time: the time of every entry; give a fixed one for a reproducible archive.
    package init(time: ZipTime = .first) {
        self.time = time
    }

    package enum Method: Sendable {
        case stored, deflated
    }

    /// Adds an entry: a path in UTF-8 with `/` between its parts, and less than 4 GB of contents. The first entry of an
    /// EPUB is `mimetype`, stored (https://www.w3.org/TR/epub-33/#sec-zip-container-mime).
    package mutating func add(_ path: String, _ contents: [UInt8], method: Method = .deflated) {
        let data = method == .deflated ? Deflate.deflate(contents) : contents
        let name = Array(path.utf8)
        let offset = output.count
        let isFar = offset >= 0xFFFF_FFFF
        var fields: [UInt8] = []
        fields.appendLittle16(isFar ? 45 : 20)
        // Bit 11 says that the name is UTF-8; a name in ASCII does not need it.
        fields.appendLittle16(name.allSatisfy { $0 < 0x80 } ? 0 : 0x0800)
        fields.appendLittle16(method == .deflated ? 8 : 0)
        fields.appendLittle16(Int(time.time))
        fields.appendLittle16(Int(time.date))
        fields.appendLittle32(Int(Deflate.crc32(contents)))
        fields.appendLittle32(data.count)
        fields.appendLittle32(contents.count)
        fields.appendLittle16(name.count)

        output.appendLittle32(0x0403_4B50)
        output += fields
        output.appendLittle16(0)
        output += name
        output += data

        directory.appendLittle32(0x0201_4B50)
        directory.appendLittle16(isFar ? 45 : 20)
        directory += fields
        directory.appendLittle16(isFar ? 12 : 0)
        // Comment length, disk, internal and external attributes.
        directory.appendLittle16(0)
        directory.appendLittle16(0)
        directory.appendLittle16(0)
        directory.appendLittle32(0)
        directory.appendLittle32(isFar ? 0xFFFF_FFFF : offset)
        directory += name
        if isFar {
            directory.appendLittle16(0x0001)
            directory.appendLittle16(8)
            directory.appendLittle64(offset)
        }
        count += 1
    }

    /// The archive. The writer is used up.
    package consuming func finish() -> [UInt8] {
        let offset = output.count
        let size = directory.count
        output += directory
        if count >= 0xFFFF || offset >= 0xFFFF_FFFF { appendWideEnd(offset: offset, size: size) }
        output.appendLittle32(0x0605_4B50)
        output.appendLittle32(0)
        output.appendLittle16(min(count, 0xFFFF))
        output.appendLittle16(min(count, 0xFFFF))
        output.appendLittle32(min(size, 0xFFFF_FFFF))
        output.appendLittle32(min(offset, 0xFFFF_FFFF))
        output.appendLittle16(0)
        return output
    }

    /// The ZIP64 end record and its locator (APPNOTE 4.3.14, 4.3.15).
    private mutating func appendWideEnd(offset: Int, size: Int) {
        let record = output.count
        output.appendLittle32(0x0606_4B50)
        output.appendLittle64(44)
        output.appendLittle16(45)
        output.appendLittle16(45)
        output.appendLittle64(0)
        output.appendLittle64(count)
        output.appendLittle64(count)
        output.appendLittle64(size)
        output.appendLittle64(offset)
        output.appendLittle32(0x0706_4B50)
        output.appendLittle32(0)
        output.appendLittle64(record)
        output.appendLittle32(1)
    }
}
