import Checks
import Foundation
import Testing
import Text

/// Spelling by a small dictionary that the test writes, in the two forms that hunspell reads.
struct SpellingTests {
    /// A dictionary in a folder of its own, which goes when the test has ended.
    private final class Folder {
        let path = FileManager.default.temporaryDirectory.appending(path: "caravan-spelling-\(UUID().uuidString)")
        let files: SpellingFiles

        init(_ words: [String], encoding: String = "UTF-8", as written: String.Encoding = .utf8) throws {
            try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
            let affixes = path.appending(path: "a.aff")
            let list = path.appending(path: "a.dic")
            try Data("SET \(encoding)\nSFX S Y 1\nSFX S 0 s .\n".utf8).write(to: affixes)
            let text = "\(words.count)\n" + words.joined(separator: "\n") + "\n"
            try #require(text.data(using: written)).write(to: list)
            files = SpellingFiles(affixes: affixes.path, words: list.path)
        }

        deinit { try? FileManager.default.removeItem(at: path) }
    }

    private static let words = ["he", "see/S", "the", "sword/S", "and", "came", "it", "was", "well", "known", "don't"]

    private func findings(
        _ units: [String],
        in folder: Folder,
        source: String = "他来了。",
        to: String = "en",
        terms: [Term] = [],
        allowed: [String] = []
    ) throws -> [Finding] {
        let policy = CheckPolicy(allowed: allowed, spelling: folder.files)
        let target = try #require(LanguageTag(to))
        let context = CheckContext(source: .simplifiedChinese, target: target, policy: policy)
        var suite = CheckSuite(context, only: [Spelling.code])
        for (index, unit) in units.enumerated() {
            let pair = Pair(
                source: InlineText(source),
                target: InlineText(unit),
                sourceLocale: .simplifiedChinese,
                targetLocale: target,
                terms: terms,
                key: "\(index)"
            )
            #expect(suite.read(pair) == [])
        }
        return suite.endDocument("a.txt") + suite.endBook()
    }

    @Test func findsAWordOnceInABook() throws {
        let folder = try Folder(Self.words)
        let found = try findings(["He sees the swrod.", "It was the swrod and the sword."], in: folder)
        #expect(found.map(\.code) == ["spelling"])
        #expect(found.first?.severity == .note)
        #expect(found.first?.message.contains("“swrod” (2 times)") == true)
        #expect(found.first?.place == Finding.Place(file: "a.txt", unit: "0", range: 12..<17))
    }

    @Test(arguments: [
        "He sees the swords.", "He sees Linqi and the sword's.", "It was Qinghe, well-known.", "He came. Don’t!",
        "HTTP and B52 and x2", "Hi-Fi and the McDonald", "He came: ahhhh!",
        "It was caravan.example and a_flag and me@example.org",
    ])
    func staysSilent(target: String) throws {
        #expect(try findings([target], in: Folder(Self.words + ["a", "me"])) == [])
    }

    @Test func knowsNamesTermsAndTheSource() throws {
        let folder = try Folder(Self.words)
        let term = Term(source: "灵石", target: "lingshi", inflected: ["lingshis"])
        #expect(try findings(["He sees the lingshi and the lingshis."], in: folder, terms: [term]) == [])
        #expect(try findings(["He sees the jianghu."], in: folder, allowed: ["jianghu"]) == [])
        #expect(try findings(["He sees the qipao."], in: folder, source: "他看 qipao。") == [])
        // Who is a name inside one sentence is one where another begins, too.
        #expect(try findings(["Qinghe came.", "It was Qinghe."], in: folder) == [])
        #expect(try findings(["Qinghe came."], in: folder).count == 1)
    }

    @Test func asksInTheEncodingOfTheDictionary() throws {
        let folder = try Folder(["für", "größe"], encoding: "ISO8859-1", as: .isoLatin1)
        let found = try findings(["für größe fur"], in: folder, to: "de")
        #expect(found.map { $0.message.hasPrefix("“fur”") } == [true])
    }

    @Test func isSilentWithoutADictionary() throws {
        let english = try #require(LanguageTag("en"))
        let thai = try #require(LanguageTag("th"))
        #expect(Spelling(CheckContext(source: .simplifiedChinese, target: english)) == nil)
        let missing = CheckPolicy(spelling: SpellingFiles(affixes: "/nowhere/a.aff", words: "/nowhere/a.dic"))
        #expect(Spelling(CheckContext(source: .simplifiedChinese, target: english, policy: missing)) == nil)
        let folder = try Folder(Self.words)
        let policy = CheckPolicy(spelling: folder.files)
        #expect(Spelling(CheckContext(source: .simplifiedChinese, target: thai, policy: policy)) == nil)
        #expect(Spelling(CheckContext(source: .simplifiedChinese, target: english, policy: policy)) != nil)
    }
}
