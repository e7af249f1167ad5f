/// One piece of an XML file. The ranges are byte offsets in the UTF-8 form of the file; those of all tokens, joined, cover it.
package struct XMLToken: Hashable, Sendable {
    package var kind: Kind
    package var range: Range<Int>
    /// The name of a tag, with its prefix, or the target of a processing instruction; else empty.
    package var name: Range<Int>
    /// Of a start tag, in the order written.
    package var attributes: [XMLAttribute]
    /// `<br/>`: a start tag without an end tag.
    package var isSelfClosing: Bool
    /// The index of the end tag that closes this start tag, or the other way round; nil where the file does not close it.
    package var partner: Int?

    init(
        _ kind: Kind,
        _ range: Range<Int>,
        name: Range<Int>? = nil,
        attributes: [XMLAttribute] = [],
        isSelfClosing: Bool = false
    ) {
        self.kind = kind
        self.range = range
        self.name = name ?? range.lowerBound..<range.lowerBound
        self.attributes = attributes
        self.isSelfClosing = isSelfClosing
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
