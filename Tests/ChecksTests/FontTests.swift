import Checks
import Foundation
import Testing
import Text

/// A font of this machine, for tests that need one.
private enum InstalledFont {
    static let path = [
        "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
        "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf",
        "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf",
    ].first { FileManager.default.isReadableFile(atPath: $0) }

    static var isThere: Bool { path != nil }

    static func bytes() throws -> [UInt8] {
        try [UInt8](Data(contentsOf: URL(filePath: #require(path))))
    }
}

struct DamagedFontTests {
    @Test(arguments: [[], [0], Array("no font".utf8), [0, 1, 0, 0, 0xFF, 0xFF] + [UInt8](repeating: 0xFF, count: 300)])
    func refusesWhatIsNoFont(bytes: [UInt8]) {
        #expect { try FontFace(bytes, size: 16) } throws: { ($0 as? FontFailure)?.code == .notAFont }
    }

    @Test(arguments: [0, -1, 0.5, 4096, .nan, .infinity])
    func refusesSizesThatNoTextHas(size: Double) {
        #expect { try FontFace([1, 2, 3], size: size) } throws: { ($0 as? FontFailure)?.code == .wrongSize }
    }

    @Test func asksNothingWithoutAFont() throws {
        let english = try #require(LanguageTag("en"))
        for font in [nil, FontLimits(bytes: [1, 2, 3], size: 16, pixels: 1, lines: 1)] {
            let context = CheckContext(source: .simplifiedChinese, target: english, policy: CheckPolicy(font: font))
            #expect(TooWide(context) == nil)
            #expect(GlyphMissing(context) == nil)
        }
    }
}

@Suite(.enabled(if: InstalledFont.isThere, "No DejaVu, Liberation or Noto Sans is installed."))
struct FontTests {
    private func pair(_ target: String) throws -> Pair {
        try pair(InlineText(target))
    }

    private func pair(_ target: InlineText) throws -> Pair {
        Pair(
            source: InlineText("确定"),
            target: target,
            sourceLocale: .simplifiedChinese,
            targetLocale: try #require(LanguageTag("en"))
        )
    }

    private func findings(_ target: InlineText, pixels: Int? = nil, lines: Int? = nil, code: String) throws -> [Finding]
    {
        let pair = try pair(target)
        let policy = CheckPolicy(
            font: FontLimits(bytes: try InstalledFont.bytes(), size: 16, pixels: pixels, lines: lines)
        )
        let context = CheckContext(source: pair.sourceLocale, target: pair.targetLocale, policy: policy)
        return CheckSuite(context, only: [code]).findings(in: pair)
    }

    @Test func addsUpAdvances() throws {
        let face = try FontFace(InstalledFont.bytes(), size: 16)
        let one = face.measure("n".unicodeScalars.map(\.self)).width
        #expect(one > 4 && one < 16)
        let ten = face.measure(Array(repeating: "n", count: 10)).width
        #expect(abs(ten - 10 * one) < 0.2)
        // In another size text is as many times as wide.
        let large = try FontFace(InstalledFont.bytes(), size: 32).measure(["n"]).width
        #expect(abs(large - 2 * one) < 0.1)
        #expect(face.measure([Unicode.Scalar]()).width == 0)
    }

    @Test func givesMarksNoWidth() throws {
        let face = try FontFace(InstalledFont.bytes(), size: 16)
        let plain = face.measure(["e"]).width
        let marked = face.measure(["e", "\u{301}"])
        #expect(abs(marked.width - plain) < 0.1)
        #expect(marked.missing.isEmpty)
    }

    @Test func namesWhatHasNoGlyph() throws {
        let findings = try findings(InlineText("Open 𒀀𒀁 and 𒀀"), code: "glyph-missing")
        let finding = try #require(findings.first)
        #expect(findings.count == 1)
        #expect(finding.severity == .error)
        #expect(finding.message.contains("U+12000"))
        #expect(finding.message.contains("U+12001"))
        #expect(finding.place.range == 5..<7)
    }

    @Test func seesNoBoxForWhatNobodySees() throws {
        #expect(try findings(InlineText("a\u{200B}b\u{200E}c\u{AD}d\te\u{A0}f\nGrün"), code: "glyph-missing") == [])
    }

    @Test func findsALineThatIsTooWide() throws {
        let text = InlineText("OK\nConfirmation of the order")
        let found = try findings(text, pixels: 100, code: "too-wide")
        #expect(found.count == 1)
        #expect(found.first?.place.range == 3..<28)
        #expect(try findings(text, pixels: 400, code: "too-wide") == [])
    }

    @Test func breaksAtSpacesBeforeItCountsLines() throws {
        let text = InlineText("one two three four five six seven eight")
        #expect(try findings(text, pixels: 120, lines: 3, code: "too-wide") == [])
        let found = try findings(text, pixels: 120, lines: 2, code: "too-wide")
        #expect(found.count == 1)
        #expect(found.first?.message.contains("where 2 fit") == true)
    }

    @Test func findsAWordWiderThanTheBox() throws {
        let text = InlineText("a Donaudampfschifffahrtsgesellschaft b")
        let found = try findings(text, pixels: 120, lines: 9, code: "too-wide")
        #expect(found.count == 1)
        #expect(found.first?.place.range == 2..<36)
    }

    @Test func breaksBetweenHanButNotBeforeAStop() throws {
        // Each character is a box of one width in a font without Han, which is as good for breaking.
        let face = try FontFace(InstalledFont.bytes(), size: 16)
        let width = face.measure(["林"]).width
        #expect(width > 0)
        let fit = Int((width * 4).rounded(.up)) + 1
        #expect(try findings(InlineText("林林林林林林林林"), pixels: fit, lines: 2, code: "too-wide") == [])
        // The stop takes a character with it: three, four and one more with it.
        #expect(try findings(InlineText("林林林林。林林林"), pixels: fit, lines: 2, code: "too-wide").count == 1)
    }

    @Test func passesOverMarkup() throws {
        let code = InlineCode(id: 1, role: .standalone, kind: .markup, data: "<color=#ff0000>")
        let text = InlineText(parts: [.text("Con"), .code(code), .text("firm")])
        let plain = try FontFace(InstalledFont.bytes(), size: 16).measure(Array("Confirm".unicodeScalars)).width
        let fit = Int(plain.rounded(.up))
        #expect(try findings(text, pixels: fit, code: "too-wide") == [])
        #expect(try findings(text, pixels: fit - 2, code: "too-wide").count == 1)
    }

    @Test func survivesDamage() throws {
        let bytes = try InstalledFont.bytes()
        var random = SeededNumbers(state: 7)
        let text = Array("Ærøskøbing ✓ السلام नमस्ते ภาษา 林".unicodeScalars)
        var read = 0
        for round in 0..<60 {
            var damaged = bytes
            if round % 3 == 0 { damaged.removeLast(Int(random.next() % UInt64(bytes.count))) }
            for _ in 0..<40 {
                // Mostly in the directory and the heads of tables, where damage does most.
                let end = UInt64(round % 2 == 0 ? min(4096, damaged.count) : damaged.count)
                guard end > 0 else { continue }
                damaged[Int(random.next() % end)] = UInt8(truncatingIfNeeded: random.next())
            }
            guard let face = try? FontFace(damaged, size: 16) else { continue }
            read += 1
            #expect(face.measure(text).width >= 0)
        }
        #expect(read > 0)
    }
}

/// Numbers that are the same in every run (splitmix64).
private struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
