package import Text

/// A text file in UTF-8, with what was found out about its own encoding.
package struct DecodedText: Sendable {
    /// The file as it is.
    package var source: [UInt8]
    /// The file in UTF-8. The same array as `source`, mark and all, when the file is valid UTF-8; else without the mark.
    package var utf8: [UInt8]
    package var detection: TextEncoding.Detection
    /// Sequences that are invalid in the encoding; each is one U+FFFD in `utf8`.
    package var invalidCount: Int
    package var findings: [Finding]

    package var encoding: TextEncoding { detection.encoding }
    /// Whether offsets in `utf8` are offsets in `source`.
    package var isSource: Bool
    /// Where the text begins in `utf8`.
    package var start: Int { isSource ? detection.markLength : 0 }

    /// Decodes a file. `encoding` settles what is otherwise detected; a mark of that encoding is still taken off.
    ///
    /// `isValidUTF8` is for a caller that has found out so: a big file is not looked through twice.
    package init(_ bytes: [UInt8], file: String, encoding: TextEncoding? = nil, isValidUTF8: Bool = false) {
        source = bytes
        findings = []
        if let encoding {
            let length = !encoding.mark.isEmpty && bytes.starts(with: encoding.mark) ? encoding.mark.count : 0
            detection = .init(encoding: encoding, markLength: length, confidence: 1, alternatives: [])
        } else {
            detection = TextEncoding.detect(bytes)
        }
        let invalid: (count: Int, first: Int)?
        // Without a mark, certainty about UTF-8 comes from its being valid: a big file is not looked through twice.
        let isKnown = encoding == nil && detection.markLength == 0 && detection.confidence == 1
        if detection.encoding == .utf8, isKnown || isValidUTF8 || (try? UTF8Span(validating: bytes.span)) != nil {
            utf8 = bytes
            isSource = true
            invalid = nil
        } else {
            (utf8, invalid) = detection.encoding.decode(bytes[detection.markLength...])
            isSource = false
        }
        invalidCount = invalid?.count ?? 0
        if detection.confidence < 0.5 { findings.append(doubt(file: file)) }
        if let invalid {
            let line = lineNumber(at: invalid.first)
            findings.append(
                Finding(
                    "encoding-invalid",
                    .warning,
                    "\(invalid.count) places are not valid \(detection.encoding.rawValue), the first in line \(line): "
                        + "they read as U+FFFD and are kept as they are in what is not translated. "
                        + "If the text looks wrong, name the encoding as `input_encoding:` in caravan.yaml.",
                    at: .init(file: file, line: line)
                )
            )
        }
    }

    private func doubt(file: String) -> Finding {
        let others = detection.alternatives.map(\.rawValue).joined(separator: ", ")
        return Finding(
            "encoding-doubtful",
            .warning,
            "Read as \(detection.encoding.rawValue), which is not certain"
                + (others.isEmpty ? "" : " (it may be \(others))")
                + ". Settle it with `input_encoding:` in caravan.yaml.",
            at: .init(file: file)
        )
    }

    /// The line, from 1, of an offset in `utf8`.
    private func lineNumber(at offset: Int) -> Int {
        var line = 1
        var index = 0
        while index < min(offset, utf8.count) {
            if utf8[index] == 0x0A || (utf8[index] == 0x0D && (index + 1 >= utf8.count || utf8[index + 1] != 0x0A)) {
                line += 1
            }
            index += 1
        }
        return line
    }
}
