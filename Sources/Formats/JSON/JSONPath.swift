/// The way to a value: names of members and places in arrays, joined by `.`, as bytes that grow and shrink.
///
/// An element of an array that says its `id` or `key` before its texts is known by that, so that it may move.
struct JSONPath {
    private var bytes: [UInt8] = []
    private var frames: [Frame] = []
    /// The name of the value that comes next, in `name`.
    private var name: [UInt8] = []
    private(set) var isIdentity = false

    private struct Frame {
        var isArray: Bool
        /// Place of the next element.
        var index = 0
        /// Length of the path without the part that names this container.
        var base: Int
        /// Whether it is an element of an array that has not yet said its id.
        var isNameless: Bool
    }

    /// Longer ids are texts.
    private static let longestID = 64

    mutating func open(isArray: Bool) {
        let base = bytes.count
        let isElement = frames.last?.isArray ?? false
        if !frames.isEmpty || !name.isEmpty {
            appendName()
            bytes.append(0x2E)
        }
        frames.append(Frame(isArray: isArray, base: base, isNameless: isElement && !isArray))
        isIdentity = false
    }

    /// The name of the member that comes next; nil for an element of an array.
    var member: String? {
        guard let last = frames.last, !last.isArray else { return nil }
        return String(decoding: name, as: UTF8.self)
    }

    mutating func close() {
        guard let frame = frames.popLast() else { return }
        bytes.removeLast(bytes.count - frame.base)
        if frames.isEmpty { name.removeAll() }
        step()
    }

    mutating func setKey(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, hasEscapes: Bool) {
        name.removeAll(keepingCapacity: true)
        if hasEscapes, let text = JSONString.decode(source, range, hasEscapes: true) {
            name += text.utf8
        } else {
            name += source[range]
        }
        isIdentity = Self.isIdentity(source, range)
    }

    /// A value without parts was read; an id becomes the name of its element.
    mutating func value(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        if isIdentity, let last = frames.last, last.isNameless, !range.isEmpty, range.count <= Self.longestID {
            bytes.removeLast(bytes.count - last.base)
            bytes += source[range]
            bytes.append(0x2E)
            frames[frames.count - 1].isNameless = false
        }
        step()
    }

    /// A value that is passed over.
    mutating func value() { step() }

    private mutating func step() {
        isIdentity = false
        guard !frames.isEmpty else { return }
        frames[frames.count - 1].index += 1
    }

    private mutating func appendName() {
        if let last = frames.last, last.isArray { bytes += String(last.index).utf8 } else { bytes += name }
    }

    /// The path of the value that comes next.
    mutating func string(hashedBy hashes: inout JSONKeyHashes) -> String {
        let length = bytes.count
        appendName()
        defer { bytes.removeLast(bytes.count - length) }
        return bytes.withUnsafeBufferPointer {
            hashes.add(UnsafeRawBufferPointer($0))
            return JSONString.plain($0, 0..<$0.count)
        }
    }

    private static func isIdentity(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        switch range.count {
        case 2:
            return source[range.lowerBound] | 0x20 == 0x69 && source[range.lowerBound + 1] | 0x20 == 0x64  // id
        case 3:
            return source[range].elementsEqual("key".utf8) || source[range].elementsEqual("Key".utf8)
                || source[range].elementsEqual("uid".utf8)
        case 4: return source[range].elementsEqual("uuid".utf8) || source[range].elementsEqual("guid".utf8)
        default: return false
        }
    }
}
