/// One piece of an XML file. The ranges are byte offsets in the UTF-8 form of the file; those of all tokens, joined, cover it.
package struct XMLToken: Hashable, Sendable {
    package var kind: Kind
    /// Of a start tag, in the order written.
    package var attributes: [XMLAttribute]
    /// `<br/>`: a start tag without an end tag.
    package var isSelfClosing: Bool
    // Half the size of `Int`: a file has many tokens, and none that is read has 4 GB.
    private var start: UInt32
    private var end: UInt32
    private var nameStart: UInt32
    private var nameEnd: UInt32
    private var partnerIndex: UInt32

    package var range: Range<Int> { Int(start)..<Int(end) }
    /// The name of a tag, with its prefix, or the target of a processing instruction; else empty.
    package var name: Range<Int> { Int(nameStart)..<Int(nameEnd) }

    /// The index of the end tag that closes this start tag, or the other way round; nil where the file does not close it.
    package var partner: Int? {
        get { partnerIndex == .max ? nil : Int(partnerIndex) }
        set { partnerIndex = newValue.map { UInt32(truncatingIfNeeded: $0) } ?? .max }
    }

    init(
        _ kind: Kind,
        _ range: Range<Int>,
        name: Range<Int>? = nil,
        attributes: [XMLAttribute] = [],
        isSelfClosing: Bool = false
    ) {
        self.kind = kind
        self.attributes = attributes
        self.isSelfClosing = isSelfClosing
        start = UInt32(truncatingIfNeeded: range.lowerBound)
        end = UInt32(truncatingIfNeeded: range.upperBound)
        nameStart = UInt32(truncatingIfNeeded: name?.lowerBound ?? range.lowerBound)
        nameEnd = UInt32(truncatingIfNeeded: name?.upperBound ?? range.lowerBound)
        partnerIndex = .max
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
    /// With its prefix.
    package var name: Range<Int>
    /// Without the quotes; references are not replaced. Empty for a name alone.
    package var value: Range<Int>
    /// `"` or `'`; nil for a value without quotes, which HTML allows and XML does not.
    package var quote: UInt8?
}
