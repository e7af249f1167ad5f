import Text

/// XML that no other format knows: tables of strings and data of games.
///
/// With rules (`ReadOptions.elements`, see ``ElementRule``), what they name. Without: the text of elements and the values of
/// attributes that hold Han; where a place (`Item@name`) holds Han in a quarter of its values or more, its other words too,
/// but no paths and ids. In a file without any Han, or for another source, elements and the usual attributes that hold words.
package enum GenericXMLFormat: Format {
    package static let name = "xml"
    package static let summary = "XML tables and data, by rules or by what looks like text"
    package static let extensions = ["xml"]
    package static let family = FormatFamily.software
    package static let carries: Set<FormatFeature> = [.codes, .keys, .comments]

    package static func recognize(_ sample: FileSample) -> Recognition {
        XMLRoot(sample) == nil ? .no : .possible
    }

    /// Throws `.malformed` for a file without any element, `.refused` for a dangerous one.
    package static func read(_ bytes: [UInt8], file: String, options: ReadOptions) throws(FormatError) -> Document {
        let source = try XMLSource(bytes, file: file, options: options)
        var reader = GenericXMLReader(source, file: file, options: options)
        reader.read()
        return Document(
            file: file,
            format: name,
            units: reader.list.units,
            chapters: reader.list.chapters,
            details: Document.Details(encoding: source.decoded.encoding.rawValue),
            findings: source.findings + reader.findings,
            skeleton: XMLSkeleton(source, reader.places)
        )
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        guard let skeleton = document.skeleton as? XMLSkeleton<GenericXMLReader.Places> else {
            throw FormatError(.wrongSkeleton, "\(document.file): the document was not read as XML.")
        }
        var patch = XMLPatch(skeleton, edition, file: document.file)
        for (unit, slot) in zip(document.units, skeleton.places.slots) {
            if let text = edition.texts[unit.key] { patch.fill(XMLHole(slot), with: text, key: unit.key) }
        }
        if !patch.isEmpty {
            for range in skeleton.places.languages {
                let now = String(decoding: skeleton.decoded.utf8[range], as: UTF8.self)
                patch.replace(range, by: patch.escape(NamedLanguage.name(of: edition.target, like: now)))
            }
        }
        return patch.finish()
    }
}

/// How files name languages: by tags, or by words as game engines do.
enum NamedLanguage {
    /// Whether a name is that of a locale's language, or of Chinese when none is given; nil for what names no language.
    static func matches(_ name: String, _ locale: LanguageTag?) -> Bool? {
        let word = String(String.UnicodeScalarView(name.lowercased().unicodeScalars.filter(\.properties.isAlphabetic)))
        let wanted = locale?.language ?? "zh"
        if let tag = LanguageTag(name), tag.englishName != tag.description { return tag.language == wanted }
        if chinese.contains(word) { return wanted == "zh" }
        guard words.contains(word) else { return nil }
        return locale?.englishName.lowercased() == word
    }

    /// The name of a locale in the style of another name.
    static func name(of locale: LanguageTag, like name: String) -> String {
        if LanguageTag(name) != nil, !chinese.contains(name.lowercased()) {
            return name.contains("_") ? locale.description.replacing("-", with: "_") : locale.description
        }
        let words = locale.englishName.unicodeScalars.filter { $0.properties.isAlphabetic }
        let joined = String(String.UnicodeScalarView(words))
        return name == name.lowercased() ? joined.lowercased() : joined
    }

    private static let chinese: Set = [
        "chinese", "chinesesimplified", "chinesetraditional", "simplifiedchinese", "traditionalchinese", "schinese",
        "tchinese", "中文", "简体中文", "繁體中文", "繁体中文",
    ]

    private static let words: Set = [
        "arabic", "brazilian", "czech", "danish", "dutch", "english", "finnish", "french", "german", "greek", "hindi",
        "hungarian", "indonesian", "italian", "japanese", "korean", "koreana", "malay", "norwegian", "polish",
        "portuguese", "portuguesebrazil", "romanian", "russian", "spanish", "swedish", "thai", "turkish", "ukrainian",
        "vietnamese",
    ]
}
