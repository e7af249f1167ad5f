/// One piece of an XML file. The ranges are byte offsets in the UTF-8 form of the file; those of all tokens, joined, cover it.
package struct XMLToken: Hashable, Sendable {
    package var kind: Kind
    /// `<br/>`: a start tag without an end tag.
    package var isSelfClosing: Bool
    // Half the size of `Int`: a file has many tokens, and none that is read has 4 GB.
    private var start: UInt32
    private var end: UInt32
    private var nameStart: UInt32
    private var nameEnd: UInt32
    private var partnerIndex: UInt32
    private var firstAttribute: UInt32
    private var lastAttribute: UInt32

    package var range: Range<Int> { Int(start)..<Int(end) }
    /// The name of a tag, with its prefix, or the target of a processing instruction; else empty.
    package var name: Range<Int> { Int(nameStart)..<Int(nameEnd) }

    /// Of a start tag: indexes among the attributes of the file, which `XMLFile.attributes(of:)` gives.
    var attributes: Range<Int> { Int(firstAttribute)..<Int(lastAttribute) }
    package var hasAttributes: Bool { firstAttribute < lastAttribute }

    /// The index of the end tag that closes this start tag, or the other way round; nil where the file does not close it.
    package var partner: Int? {
        get { partnerIndex == .max ? nil : Int(partnerIndex) }
        set { partnerIndex = newValue.map { UInt32(truncatingIfNeeded: $0) } ?? .max }
    }

    init(
        _ kind: Kind,
        _ range: Range<Int>,
        name: Range<Int>? = nil,
        attributes: Range<Int> = 0..<0,
        isSelfClosing: Bool = false
    ) {
        self.kind = kind
        self.isSelfClosing = isSelfClosing
        start = UInt32(truncatingIfNeeded: range.lowerBound)
        end = UInt32(truncatingIfNeeded: range.upperBound)
        nameStart = UInt32(truncatingIfNeeded: name?.lowerBound ?? range.lowerBound)
        nameEnd = UInt32(truncatingIfNeeded: name?.upperBound ?? range.lowerBound)
        partnerIndex = .max
        firstAttribute = UInt32(truncatingIfNeeded: attributes.lowerBound)
        lastAttribute = UInt32(truncatingIfNeeded: attributes.upperBound)
    }

    package enum Kind: UInt8, Sendable {
        case startTag, endTag
        /// Characters with references in them; see ``XMLText``.
        case text
        /// `<![CDATA[…]]>`, with its marks.
        case cdata
        case comment
        /// `<?…?>`, the XML declaration too.
        case instruction
        /// `<!DOCTYPE…>` with its internal subset, which is not read.
        case doctype
        /// Bytes that look like markup and are none; written back as they are.
        case junk
    }
}

/// An attribute as it is written.
package struct XMLAttribute: Hashable, Sendable {
    private var nameStart: UInt32
    private var nameEnd: UInt32
    private var valueStart: UInt32
    private var valueEnd: UInt32
    /// `"` or `'`; nil for a value without quotes, which HTML allows and XML does not.
    package var quote: UInt8?

    /// With its prefix.
    package var name: Range<Int> { Int(nameStart)..<Int(nameEnd) }
    /// Without the quotes; references are not replaced. Empty for a name alone.
    package var value: Range<Int> { Int(valueStart)..<Int(valueEnd) }

    init(name: Range<Int>, value: Range<Int>, quote: UInt8? = nil) {
        nameStart = UInt32(truncatingIfNeeded: name.lowerBound)
        nameEnd = UInt32(truncatingIfNeeded: name.upperBound)
        valueStart = UInt32(truncatingIfNeeded: value.lowerBound)
        valueEnd = UInt32(truncatingIfNeeded: value.upperBound)
        self.quote = quote
    }
}
