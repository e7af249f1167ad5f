/// Paths and references inside an EPUB.
enum EPUBPath {
    /// The archive path that a reference in a file means; nil when it leads out of the archive or to the network.
    /// - Parameters:
    ///   - reference: as written in `href`, `src` or `full-path`: relative, percent-encoded, perhaps with a fragment.
    ///   - base: archive path of the file that holds it; empty for the root.
    static func resolve(_ reference: String, from base: String) -> String? {
        let path = reference.prefix { $0 != "#" && $0 != "?" }
        if let colon = path.firstIndex(of: ":"), !path[..<colon].contains("/") { return nil }
        var parts = path.hasPrefix("/") ? [] : base.split(separator: "/").dropLast().map(String.init)
        if path.isEmpty { return base }
        for part in decodePercent(String(path)).split(separator: "/") where part != "." {
            if part == ".." {
                guard parts.popLast() != nil else { return nil }
            } else {
                parts.append(String(part))
            }
        }
        return parts.joined(separator: "/")
    }

    /// The part of a path after the last `/`.
    static func fileName(_ path: String) -> Substring {
        path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    }

    /// RFC 3986, section 2.1. A `%` without two digits stays.
    static func decodePercent(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        let bytes = Array(text.utf8)
        var decoded: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
                let value = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
            {
                decoded.append(value)
                index += 3
            } else {
                decoded.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }
}
