/// What a project does with the honorifics of its people (师兄, 前辈, 大人), and with old measures (里, 丈, 斤).
package enum HonorificPolicy: String, Sendable, Hashable, Codable, CaseIterable {
    /// Written as they sound: Shixiong.
    case keep
    /// Put in the words of the target: Senior Brother.
    case translate
    /// Left out: the name alone.
    case drop
}

/// What a market wants of the measures of old China.
package enum MeasurePolicy: String, Sendable, Hashable, Codable, CaseIterable {
    /// Thirty li.
    case keep
    /// Ten miles, fifteen kilometres.
    case convert
}
