internal import Synchronization
internal import Text

/// A font at a size, which says how wide a text is and which of its characters the font cannot show.
///
/// The first face of a file in any form that FreeType reads (TrueType, OpenType, collections, WOFF, bitmap fonts). Text is
/// shaped by HarfBuzz, each script in its own direction, without hinting, and without another font for what is missing.
package final class FontFace: Sendable {
    /// What a text takes up.
    package struct Measure: Sendable, Hashable {
        /// Advance in pixels.
        package var width: Double
        /// Offsets of the scalars that have no glyph, ascending; what nobody sees is not among them.
        package var missing: [Int]
    }

    /// The largest font that is read, in bytes.
    package static let mostBytes = 256 << 20
    /// Sizes that text may have, in pixels to an em.
    package static let sizes = 1.0...2048.0

    /// HarfBuzz and FreeType keep what they last did in their handles, so one task at a time asks them.
    private let state: Mutex<State>

    private struct State {
        let shaper: FontShaper
        /// Words measured before: a book has few that are new.
        var known: [String: Measure] = [:]
    }

    /// Words that are kept before the table is begun anew.
    private static let mostKnown = 1 << 16
    /// Scalars that are shaped at once.
    private static let run = 2048

    /// - Parameters:
    ///   - bytes: the file.
    ///   - size: pixels to an em.
    package init(_ bytes: [UInt8], size: Double) throws(FontFailure) {
        guard Self.sizes.contains(size) else {
            throw FontFailure(code: .wrongSize, message: "A font has 1 to 2048 pixels to an em; name such a size.")
        }
        guard bytes.count <= Self.mostBytes else {
            throw FontFailure(code: .notAFont, message: "The file is too large for a font; name a font file.")
        }
        state = Mutex(State(shaper: try FontShaper(bytes, size: size)))
    }

    /// Measures a piece of a line.
    package func measure(_ scalars: some RandomAccessCollection<Unicode.Scalar>) -> Measure {
        guard !scalars.isEmpty else { return Measure(width: 0, missing: []) }
        let isWord = scalars.count <= 64
        var key = ""
        if isWord { key.unicodeScalars.append(contentsOf: scalars) }
        return state.withLock { state in
            if isWord, let known = state.known[key] { return known }
            var measure = Measure(width: 0, missing: [])
            let values = scalars.map(\.value)
            // A run too long for a line is cut, so that no text asks for much memory.
            for start in stride(from: 0, to: values.count, by: Self.run) {
                let part = values[start..<min(values.count, start + Self.run)]
                let shaped = state.shaper.shape(Array(part))
                measure.width += shaped.width
                measure.missing += shaped.missing.map { $0 + start }
            }
            if isWord {
                if state.known.count >= Self.mostKnown { state.known.removeAll(keepingCapacity: true) }
                state.known[key] = measure
            }
            return measure
        }
    }
}
