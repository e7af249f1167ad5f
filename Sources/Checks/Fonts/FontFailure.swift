/// Why text cannot be measured in a font.
package struct FontFailure: Error, Sendable, Hashable, CustomStringConvertible {
    package var code: Code
    /// What is wrong and what to do about it.
    package var message: String

    package enum Code: String, Sendable {
        /// The bytes are no font, or a damaged one.
        case notAFont
        /// The font says nothing about which glyph a character has.
        case noCharacters
        /// A size that text cannot have.
        case wrongSize
    }

    package var description: String { message }
}
