/// A chapter of a book whose terms are looked for.
package struct MiningChapter: Sendable {
    /// From 1, in reading order.
    package var number: Int
    package var title: String?
    package var units: [MiningUnit]

    package init(number: Int, title: String? = nil, units: [MiningUnit]) {
        self.number = number
        self.title = title
        self.units = units
    }
}

/// A unit of a chapter with its key and the text that a reader sees.
package struct MiningUnit: Hashable, Sendable {
    package var key: String
    package var text: String

    package init(key: String, text: String) {
        self.key = key
        self.text = text
    }
}
