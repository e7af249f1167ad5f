internal import CStemmer
internal import Text

/// The stems of words by Snowball's algorithms (https://snowballstem.org/algorithms/, libstemmer of the system).
///
/// Not to be shared between tasks: the library keeps the last stem in the handle.
final class TermStemmer {
    private let handle: OpaquePointer

    /// Returns nil for a language that Snowball has no algorithm for, as far as Debian's 2.2 goes.
    init?(language: String) {
        guard let name = Self.algorithms[language], let handle = sb_stemmer_new(name, "UTF_8") else { return nil }
        self.handle = handle
    }

    deinit { sb_stemmer_delete(handle) }

    /// The stem of a word in small letters.
    func stem(_ word: String) -> String {
        var word = word
        return word.withUTF8 { bytes in
            // The library takes the length as an Int32; no word is that long.
            guard bytes.count < 256, let start = bytes.baseAddress,
                let stem = sb_stemmer_stem(handle, start, Int32(bytes.count))
            else { return String(decoding: bytes, as: UTF8.self) }
            let length = Int(sb_stemmer_length(handle))
            return String(decoding: UnsafeBufferPointer(start: stem, count: max(0, length)), as: UTF8.self)
        }
    }

    /// Whether words of the language have stems here.
    static func knows(_ language: String) -> Bool { algorithms[language] != nil }

    /// ISO 639-1 code and the name of the algorithm.
    private static let algorithms: [String: String] = [
        "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek", "en": "english",
        "es": "spanish", "eu": "basque", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi",
        "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian", "ne": "nepali",
        "nb": "norwegian", "nl": "dutch", "nn": "norwegian", "no": "norwegian", "pt": "portuguese", "ro": "romanian",
        "ru": "russian", "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
    ]
}
