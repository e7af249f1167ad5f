internal import FoundationEssentials
package import Memory
internal import Synchronization
package import Text

/// The dictionaries that `script/bootstrap dictionaries` installs, each read when it is first asked for and then kept.
///
/// They lie in `$CARAVAN_DICTIONARIES`, or in `dictionaries/` of the data folder (`$XDG_DATA_HOME/caravan` or
/// `~/.local/share/caravan`). Each may be missing: terms are then found without regard to words or variants.
package final class Dictionaries: Sendable {
    package let folder: String
    private let loaded = Mutex(Loaded())

    private struct Loaded {
        var variants: VariantTable?
        var hasLookedForVariants = false
        var segmenter: Segmenter?
        var hasLookedForSegmenter = false
        var lexicon: Lexicon?
        var hasLookedForLexicon = false
        var pinyin: Pinyin?
        var hasLookedForPinyin = false
    }

    package init(folder: String) { self.folder = folder }

    /// Those of this process, read once for each folder.
    package static func installed(
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> Dictionaries {
        let folder: String
        if let named = environment["CARAVAN_DICTIONARIES"], !named.isEmpty {
            folder = named
        } else {
            let data = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
            folder = (data ?? (environment["HOME"] ?? "") + "/.local/share") + "/caravan/dictionaries"
        }
        return known.withLock { known in
            if let dictionaries = known[folder] { return dictionaries }
            let dictionaries = Dictionaries(folder: folder)
            known[folder] = dictionaries
            return dictionaries
        }
    }

    private static let known = Mutex<[String: Dictionaries]>([:])

    /// Characters that count as one another; nil when the table is not installed.
    package var variants: VariantTable? { loaded.withLock { variants(&$0) } }

    /// Words and their frequencies; nil when the dictionary is not installed.
    package var segmenter: Segmenter? {
        loaded.withLock { loaded in
            if !loaded.hasLookedForSegmenter {
                loaded.hasLookedForSegmenter = true
                loaded.segmenter = readSegmenter(variants: variants(&loaded))
            }
            return loaded.segmenter
        }
    }

    /// Words with their parts of speech, for mining; nil when the dictionary is not installed.
    package var lexicon: Lexicon? {
        loaded.withLock { loaded in
            if !loaded.hasLookedForLexicon {
                loaded.hasLookedForLexicon = true
                let variants = variants(&loaded)
                loaded.lexicon = (try? Files.read(Files.join(folder, "jieba.dict.txt"))).map {
                    Lexicon($0, variants: variants)
                }
            }
            return loaded.lexicon
        }
    }

    /// Readings of characters; nil when the table is not installed.
    package var pinyin: Pinyin? {
        loaded.withLock { loaded in
            if !loaded.hasLookedForPinyin {
                loaded.hasLookedForPinyin = true
                let file = Files.join(folder, "pinyin.tsv")
                loaded.pinyin = (try? Files.read(file)).map { Pinyin(table: $0, file: file) }
            }
            return loaded.pinyin
        }
    }

    /// Words of Chinese with those of a language: CC-CEDICT for English (`cedict.u8`), and for any language a list of lines
    /// of word, tab, words (`bilingual.LANGUAGE.tsv`), which comes first; nil when there is none.
    package func bilingual(into locale: LanguageTag) -> BilingualDictionary? {
        var files = ["bilingual.\(locale.language).tsv"]
        if locale.language == "en" { files.append("cedict.u8") }
        for file in files {
            if let bytes = try? Files.read(Files.join(folder, file)) { return BilingualDictionary(bytes) }
        }
        return nil
    }

    private func variants(_ loaded: inout Loaded) -> VariantTable? {
        if !loaded.hasLookedForVariants {
            loaded.hasLookedForVariants = true
            loaded.variants = (try? Files.read(Files.join(folder, "variants.tsv"))).map { VariantTable($0) }
        }
        return loaded.variants
    }

    /// From the file compiled earlier when it is of these dictionaries, else from the dictionary, compiled for the next
    /// time: a debug build takes seconds to read 350,000 words.
    private func readSegmenter(variants: VariantTable?) -> Segmenter? {
        let source = Files.join(folder, "jieba.dict.txt")
        guard let status = Files.status(source) else { return nil }
        var stamp = StableHash()
        for (size, modified) in [status, Files.status(Files.join(folder, "variants.tsv")) ?? (0, 0)] {
            stamp.combine("\(size) \(modified)")
            stamp.separate()
        }
        let head = Array(stamp.hex.utf8)
        let cache = Files.join(folder, "jieba.compiled")
        if let bytes = try? Files.read(cache), bytes.starts(with: head),
            let segmenter = Segmenter(compiled: Array(bytes[head.count...]))
        {
            return segmenter
        }
        guard let bytes = try? Files.read(source) else { return nil }
        let segmenter = Segmenter(dictionary: bytes, variants: variants ?? VariantTable())
        // A folder that may not be written to is read again the next time.
        try? Files.write(head + segmenter.compiled(), to: cache)
        return segmenter
    }
}
