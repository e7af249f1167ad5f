/// Named entities that are read without a declaration: the five of XML and those of HTML 4 that books use
/// (https://www.w3.org/TR/html401/sgml/entities.html).
enum XMLEntities {
    static let known: [String: String] = {
        var known = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
        for (offset, name) in latin1.split(separator: " ").enumerated() {
            known[String(name)] = Unicode.Scalar(UInt32(0xA0 + offset)).map { String($0) }
        }
        for (name, code) in others { known[name] = Unicode.Scalar(code).map { String($0) } }
        return known
    }()

    /// U+00A0 to U+00FF, in order.
    private static let latin1 = """
        nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro \
        para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil \
        Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave \
        Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml \
        igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute \
        thorn yuml
        """

    private static let others: [(String, UInt32)] = [
        ("OElig", 0x152), ("oelig", 0x153), ("Scaron", 0x160), ("scaron", 0x161), ("Yuml", 0x178), ("fnof", 0x192),
        ("circ", 0x2C6), ("tilde", 0x2DC), ("ensp", 0x2002), ("emsp", 0x2003), ("thinsp", 0x2009), ("zwnj", 0x200C),
        ("zwj", 0x200D), ("lrm", 0x200E), ("rlm", 0x200F), ("ndash", 0x2013), ("mdash", 0x2014), ("horbar", 0x2015),
        ("lsquo", 0x2018), ("rsquo", 0x2019), ("sbquo", 0x201A), ("ldquo", 0x201C), ("rdquo", 0x201D),
        ("bdquo", 0x201E), ("dagger", 0x2020), ("Dagger", 0x2021), ("bull", 0x2022), ("hellip", 0x2026),
        ("permil", 0x2030), ("prime", 0x2032), ("Prime", 0x2033), ("lsaquo", 0x2039), ("rsaquo", 0x203A),
        ("oline", 0x203E), ("frasl", 0x2044), ("euro", 0x20AC), ("numero", 0x2116), ("trade", 0x2122), ("larr", 0x2190),
        ("uarr", 0x2191), ("rarr", 0x2192), ("darr", 0x2193), ("harr", 0x2194), ("minus", 0x2212), ("lowast", 0x2217),
        ("radic", 0x221A), ("infin", 0x221E), ("asymp", 0x2248), ("ne", 0x2260), ("le", 0x2264), ("ge", 0x2265),
        ("loz", 0x25CA), ("starf", 0x2605), ("star", 0x2606), ("spades", 0x2660), ("clubs", 0x2663),
        ("hearts", 0x2665), ("diams", 0x2666), ("alpha", 0x3B1), ("beta", 0x3B2), ("gamma", 0x3B3), ("delta", 0x3B4),
        ("Delta", 0x394), ("lambda", 0x3BB), ("mu", 0x3BC), ("pi", 0x3C0), ("sigma", 0x3C3), ("Sigma", 0x3A3),
        ("omega", 0x3C9), ("Omega", 0x3A9),
    ]
}
