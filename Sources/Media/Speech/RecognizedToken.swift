package import Text

/// A piece of text as a recognizer gives it: bytes that may be a part of a character, with their time in seconds.
package struct RecognizedToken: Hashable, Sendable {
    package var bytes: [UInt8]
    package var time: TimeSpan

    package init(_ bytes: [UInt8], _ time: TimeSpan) {
        self.bytes = bytes
        self.time = time
    }
}
