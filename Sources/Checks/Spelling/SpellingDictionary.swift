internal import CHunspell
internal import Glibc
internal import Synchronization

/// A dictionary of hunspell that says whether a word is one.
final class SpellingDictionary: Sendable {
    /// Hunspell keeps state in its handle, so one task at a time asks it.
    private let handle: Mutex<SpellingHandle>

    /// Returns nil when the files are not there or their encoding is not known.
    init?(_ files: SpellingFiles) {
        guard let handle = SpellingHandle(files) else { return nil }
        self.handle = Mutex(handle)
    }

    /// Whether a word is in the dictionary, as it is written or by the rules of inflection.
    func knows(_ word: String) -> Bool {
        handle.withLock { $0.knows(word) }
    }
}

/// The handles of hunspell and of the conversion into the dictionary's encoding.
private final class SpellingHandle {
    private let dictionary: OpaquePointer
    /// Nil for UTF-8.
    private let conversion: iconv_t?

    /// The longest word that is asked about, in bytes: hunspell itself has no longer ones.
    private static let longest = 200

    init?(_ files: SpellingFiles) {
        // Without its files hunspell makes a dictionary that knows nothing.
        guard access(files.affixes, R_OK) == 0, access(files.words, R_OK) == 0,
            let dictionary = Hunspell_create(files.affixes, files.words)
        else { return nil }
        let encoding = Hunspell_get_dic_encoding(dictionary).map { String(cString: $0) } ?? "UTF-8"
        if encoding.uppercased() == "UTF-8" {
            conversion = nil
        } else {
            let name = Self.names[encoding.lowercased()] ?? encoding
            let conversion = iconv_open(name, "UTF-8")
            // iconv_open gives −1 for an encoding that it does not know.
            guard let conversion, Int(bitPattern: conversion) != -1 else {
                Hunspell_destroy(dictionary)
                return nil
            }
            self.conversion = conversion
        }
        self.dictionary = dictionary
    }

    deinit {
        Hunspell_destroy(dictionary)
        if let conversion { iconv_close(conversion) }
    }

    func knows(_ word: String) -> Bool {
        // What the dictionary's encoding cannot write is no word of it, nor a slip of the pen.
        guard word.utf8.count <= Self.longest, !word.utf8.contains(0), var bytes = encoded(word) else { return true }
        bytes.append(0)
        return bytes.withUnsafeBufferPointer { Hunspell_spell(dictionary, $0.baseAddress) != 0 }
    }

    private func encoded(_ word: String) -> [CChar]? {
        var source = word.utf8.map { CChar(bitPattern: $0) }
        guard let conversion else { return source }
        var target = [CChar](repeating: 0, count: source.count * 4 + 4)
        var (left, room) = (source.count, target.count)
        let failed = source.withUnsafeMutableBufferPointer { source in
            target.withUnsafeMutableBufferPointer { target in
                var (from, into) = (source.baseAddress, target.baseAddress)
                return iconv(conversion, &from, &left, &into, &room) == -1
            }
        }
        guard !failed, left == 0 else {
            // Back to where a conversion begins.
            iconv(conversion, nil, nil, nil, nil)
            return nil
        }
        return Array(target.prefix(target.count - room))
    }

    /// Names of encodings that hunspell writes otherwise than iconv (hunspell(5), SET).
    private static let names = ["microsoft-cp1251": "CP1251", "tis620-2533": "TIS-620"]
}
