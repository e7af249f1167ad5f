/// One line of writing that was found in a picture, and what the reader makes of it.
package struct TextReading: Hashable, Sendable, Codable {
    package var box: PixelBox
    /// Empty when it was found but not read.
    package var text: String
    /// How sure the reader is of the text, 0 to 1: the mean of its characters.
    package var confidence: Double
    /// The text by character, in order; empty when the reader does not say.
    package var characters: [Character]

    package init(box: PixelBox, text: String = "", confidence: Double = 0, characters: [Character] = []) {
        self.box = box
        self.text = text
        self.confidence = confidence
        self.characters = characters
    }

    /// A character with how sure the reader is of it, 0 to 1, and where its middle stands, in pixels of the picture.
    package struct Character: Hashable, Sendable, Codable {
        package var text: String
        package var confidence: Double
        package var x: Double

        package init(_ text: String, confidence: Double, x: Double) {
            self.text = text
            self.confidence = confidence
            self.x = x
        }
    }
}
