/// A long text in pieces that end with a line, so that memory for it does not grow with a book.
enum TextPieces {
    private static let size = 1 << 18

    /// Hands the bytes of each piece and their offset to `body`.
    static func forEach(_ text: String, _ body: (UnsafeBufferPointer<UInt8>, Int) -> Void) {
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            while start < bytes.count {
                var end = bytes.count
                if end - start > size {
                    end = start + size
                    while end > start, bytes[end - 1] != 0x0A { end -= 1 }
                    if end == start {
                        // A line longer than a piece is cut between characters.
                        end = start + size
                        while bytes[end] & 0xC0 == 0x80 { end -= 1 }
                    }
                }
                body(UnsafeBufferPointer(rebasing: bytes[start..<end]), start)
                start = end
            }
        }
    }
}
