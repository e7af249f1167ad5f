internal import Checks

/// The font that translations are shown in, with the box that holds them.
package struct CheckFont: Sendable {
    let limits: FontLimits

    /// Reads a font file and sees that text can be measured in it.
    ///
    /// - Parameters:
    ///   - path: a TrueType, OpenType, WOFF or bitmap font.
    ///   - size: pixels to an em, 1 to 2048.
    ///   - pixels: the widest line, nil for no limit.
    ///   - lines: lines that the box holds; nil where lines are not broken.
    package init(_ path: String, size: Double, pixels: Int?, lines: Int?) throws(WorkflowError) {
        let bytes = try Files.read(path)
        do {
            _ = try FontFace(bytes, size: size)
        } catch {
            throw WorkflowError(.wrongUse, "\(path): \(error.message)", cause: error)
        }
        limits = FontLimits(bytes: bytes, size: size, pixels: pixels, lines: lines)
    }
}
