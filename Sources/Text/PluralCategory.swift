/// A plural category of CLDR (https://cldr.unicode.org/index/cldr-spec/plural-rules), in its order.
package enum PluralCategory: String, Sendable, Codable, CaseIterable {
    case zero, one, two, few, many, other
}
