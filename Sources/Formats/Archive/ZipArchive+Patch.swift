extension ZipArchive {
    /// The archive with some entries' contents replaced, by path.
    ///
    /// Every other entry is copied as the bytes that it has: compressed data, extra fields, name and time, in the same place
    /// in the order; so is everything before, between and after. A replaced entry keeps its name, time, method (stored or
    /// deflated) and extra fields. With nothing to replace the result is the same bytes. Throws `.malformed` for a path that
    /// is not in the archive and `.refused` for an encrypted entry.
    package func replacing(_ contents: [String: [UInt8]]) throws(FormatError) -> [UInt8] {
        guard !contents.isEmpty else { return bytes }
        var replaced: [(entry: ZipEntry, new: Replacement)] = []
        for (path, content) in contents {
            guard let entry = entry(at: path) else {
                throw FormatError(.malformed, "\(file): there is no “\(path)” in the archive to replace.")
            }
            guard !entry.isEncrypted, entry.method == 0 || entry.method == 8 else {
                throw FormatError(.refused, "\(file)!\(path): an encrypted entry cannot be replaced.")
            }
            replaced.append((entry, Replacement(content, method: entry.method)))
        }
        replaced.sort { $0.entry.record.lowerBound < $1.entry.record.lowerBound }

        let end = directory.end
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 8)
        var copied = 0
        // Where a record began in the file, and how much everything after it has moved.
        var shifts: [(start: Int, shift: Int)] = []
        for (entry, new) in replaced {
            output += bytes[copied..<entry.record.lowerBound]
            appendRecord(entry, new, to: &output)
            copied = entry.record.upperBound
            shifts.append((entry.record.lowerBound, output.count - copied))
        }
        output += bytes[copied..<end.directory]
        let moved = shifts.last?.shift ?? 0
        output += bytes[end.directory...]

        let headers = Dictionary(replaced.map { ($0.entry.header.lowerBound, $0.new) }) { first, _ in first }
        for header in directory.headers {
            let start = header.range.lowerBound + moved
            let offset = header.offset &- end.base &+ Self.shift(of: header.offset, in: shifts)
            output.set(offset, at: start + 42, wide: header.wideOffset.map { $0 + moved })
            guard let new = headers[header.range.lowerBound] else { continue }
            let flags = (output.little16(at: start + 8) ?? 0) & ~0x0008
            output.setLittle(flags, bytes: 2, at: start + 8)
            output.setLittle(Int(new.crc), bytes: 4, at: start + 16)
            output.set(new.data.count, at: start + 20, wide: header.wideCompressedSize.map { $0 + moved })
            output.set(new.size, at: start + 24, wide: header.wideSize.map { $0 + moved })
        }
        let directoryOffset = end.directory + moved - end.base
        if output.little32(at: end.record + moved + 16) != 0xFFFF_FFFF {
            output.setLittle(directoryOffset, bytes: 4, at: end.record + moved + 16)
        }
        if let record = end.wideRecord, let locator = end.wideLocator {
            output.setLittle(directoryOffset, bytes: 8, at: record + moved + 48)
            output.setLittle(record + moved - end.base, bytes: 8, at: locator + moved + 8)
        }
        return output
    }

    private struct Replacement {
        var data: [UInt8]
        var size: Int
        var crc: UInt32

        init(_ content: [UInt8], method: Int) {
            size = content.count
            crc = Deflate.crc32(content)
            data = method == 8 ? Deflate.deflate(content) : content
        }
    }

    /// How much the record at an offset in the file has moved: by all the records replaced before it.
    private static func shift(of offset: Int, in shifts: [(start: Int, shift: Int)]) -> Int {
        var low = 0
        var high = shifts.count
        while low < high {
            let middle = (low + high) / 2
            if shifts[middle].start < offset { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? 0 : shifts[low - 1].shift
    }

    private func appendRecord(_ entry: ZipEntry, _ new: Replacement, to output: inout [UInt8]) {
        let start = entry.record.lowerBound
        let extra = extraWithoutSizes(entry)
        output += bytes[start..<start + 6]
        // The sizes are known now, so no data descriptor follows (bit 3).
        output.appendLittle16((bytes.little16(at: start + 6) ?? 0) & ~0x0008)
        output += bytes[start + 8..<start + 14]
        output.appendLittle32(Int(new.crc))
        output.appendLittle32(new.data.count)
        output.appendLittle32(new.size)
        output.appendLittle16(entry.localName.count)
        output.appendLittle16(extra.count)
        output += bytes[entry.localName]
        output += extra
        output += new.data
    }

    /// The local extra fields without the ZIP64 one, which repeats the sizes.
    private func extraWithoutSizes(_ entry: ZipEntry) -> [UInt8] {
        var kept: [UInt8] = []
        var position = entry.localExtra.lowerBound
        while position < entry.localExtra.upperBound {
            guard position + 4 <= entry.localExtra.upperBound, let length = bytes.little16(at: position + 2),
                position + 4 + length <= entry.localExtra.upperBound
            else { return kept + bytes[position..<entry.localExtra.upperBound] }
            if bytes.little16(at: position) != 0x0001 { kept += bytes[position..<position + 4 + length] }
            position += 4 + length
        }
        return kept
    }
}

extension [UInt8] {
    /// Writes a number in its 32-bit field, or in the ZIP64 field that stands for it.
    fileprivate mutating func set(_ value: Int, at offset: Int, wide: Int?) {
        if let wide { setLittle(value, bytes: 8, at: wide) } else { setLittle(value, bytes: 4, at: offset) }
    }
}
