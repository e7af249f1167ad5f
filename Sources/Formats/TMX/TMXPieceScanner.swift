/// Finds where units of TMX begin and end in bytes of UTF-8, whatever comments and CDATA sections hold.
struct TMXPieceScanner {
    /// Where to go on: all before it has been looked at.
    private var position = 0
    private var end: Int?

    /// The bytes before `count` are gone.
    mutating func moved(by count: Int) {
        position = max(0, position - count)
        end = end.flatMap { $0 > count ? $0 - count : nil }
    }

    /// The offset behind the last `</tu>`; nil when there is none yet.
    mutating func lastEnd(in bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBufferPointer { bytes in
            while true {
                let start = ByteScan.index(of: UInt8(ascii: "<"), in: bytes, from: position)
                // What begins so near the end may be anything.
                guard start + 9 <= bytes.count else {
                    position = min(start, bytes.count)
                    if start < bytes.count, Self.isEnd(bytes, start), let close = Self.close(bytes, start) {
                        position = close
                        end = close
                    }
                    return end
                }
                if Self.isEnd(bytes, start) {
                    guard let close = Self.close(bytes, start) else {
                        position = start
                        return end
                    }
                    position = close
                    end = close
                } else if Self.has("<!--", bytes, start) {
                    guard let next = Self.behind("-->", bytes, start + 4) else { return end }
                    position = next
                } else if Self.has("<![CDATA[", bytes, start) {
                    guard let next = Self.behind("]]>", bytes, start + 9) else { return end }
                    position = next
                } else {
                    position = start + 1
                }
            }
        }
    }

    /// Where the first `<tu` tag is; nil without any.
    static func firstUnit(in bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBufferPointer { bytes in
            var position = 0
            while true {
                let start = ByteScan.index(of: UInt8(ascii: "<"), in: bytes, from: position)
                guard start + 3 < bytes.count else { return nil }
                if has("<tu", bytes, start), isBoundary(bytes[start + 3]) { return start }
                if has("<!--", bytes, start) {
                    guard let next = behind("-->", bytes, start + 4) else { return nil }
                    position = next
                } else {
                    position = start + 1
                }
            }
        }
    }

    private static func isEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        has("</tu", bytes, start) && start + 4 < bytes.count && isBoundary(bytes[start + 4])
    }

    private static func isBoundary(_ byte: UInt8) -> Bool { byte == 0x3E || byte == 0x2F || byte <= 0x20 }

    private static func close(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        let close = ByteScan.index(of: UInt8(ascii: ">"), in: bytes, from: start)
        return close < bytes.count ? close + 1 : nil
    }

    private static func has(_ word: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        let count = word.utf8CodeUnitCount
        guard start + count <= bytes.count else { return false }
        for step in 0..<count where bytes[start + step] != word.utf8Start[step] { return false }
        return true
    }

    private static func behind(_ word: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        var index = start
        let first = word.utf8Start[0]
        while index < bytes.count {
            index = ByteScan.index(of: first, in: bytes, from: index)
            if has(word, bytes, index) { return index + word.utf8CodeUnitCount }
            index += 1
        }
        return nil
    }
}
