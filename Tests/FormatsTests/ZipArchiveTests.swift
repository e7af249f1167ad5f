import Testing
import Text

@testable import Formats

struct ZipArchiveTests {
    private static let long = Array(String(repeating: "第一章　山雨欲来。", count: 400).utf8)

    private func sample() -> [UInt8] {
        var writer = ZipWriter(time: ZipTime(year: 2026, month: 5, day: 4, hour: 10))
        writer.add("mimetype", Array("application/epub+zip".utf8), method: .stored)
        writer.add("a/", [], method: .stored)
        writer.add("a/第一章.xhtml", Self.long)
        writer.add("empty.txt", [])
        writer.add("z.bin", Array(0...255), method: .stored)
        return writer.finish()
    }

    private func refusal(_ bytes: [UInt8], limits: ZipArchive.Limits = .init()) -> FormatError? {
        do {
            _ = try ZipArchive(bytes, file: "x.zip", limits: limits)
            return nil
        } catch {
            return error
        }
    }

    @Test func readsWhatItWrote() throws {
        let archive = try ZipArchive(sample(), file: "x.zip")
        var findings: [Finding] = []
        #expect(archive.entries.map(\.path) == ["mimetype", "a/", "a/第一章.xhtml", "empty.txt", "z.bin"])
        let chapter = try #require(archive.entry(at: "a/第一章.xhtml"))
        #expect(try archive.contents(of: chapter, findings: &findings) == Self.long)
        #expect(chapter.method == 8 && chapter.size == Self.long.count && chapter.compressedSize < 200)
        #expect(chapter.modified == ZipTime(year: 2026, month: 5, day: 4, hour: 10))
        let empty = try #require(archive.entry(at: "empty.txt"))
        #expect(try archive.contents(of: empty, findings: &findings).isEmpty)
        #expect(try #require(archive.entry(at: "a/")).isDirectory)
        #expect(findings.isEmpty && archive.findings.isEmpty)
    }

    @Test func writesTheSameBytesForTheSameEntries() {
        #expect(sample() == sample())
    }

    @Test func givesTheSameBytesWhenNothingIsReplaced() throws {
        let bytes = sample()
        #expect(try ZipArchive(bytes, file: "x.zip").replacing([:]) == bytes)
    }

    @Test(arguments: [false, true])
    func replacesOneEntryAndCopiesTheRest(withJunk: Bool) throws {
        let junk = Array("#!/bin/sh\njunk before\n".utf8)
        let bytes = withJunk ? junk + sample() + Array("after".utf8) : sample()
        let before = try ZipArchive(bytes, file: "x.zip")
        let new = Array("第二章".utf8)
        let patched = try before.replacing(["a/第一章.xhtml": new, "z.bin": [1, 2, 3]])
        let after = try ZipArchive(patched, file: "x.zip")
        var findings: [Finding] = []
        #expect(after.entries.map(\.path) == before.entries.map(\.path))
        for entry in after.entries {
            let old = try #require(before.entry(at: entry.path))
            #expect(entry.modified == old.modified && entry.method == old.method)
            let contents = try after.contents(of: entry, findings: &findings)
            switch entry.path {
            case "a/第一章.xhtml": #expect(contents == new)
            case "z.bin": #expect(contents == [1, 2, 3])
            default: #expect(patched[entry.record].elementsEqual(bytes[old.record]))
            }
        }
        #expect(findings.isEmpty && after.findings.isEmpty)
        if withJunk { #expect(patched.starts(with: junk) && patched.suffix(5).elementsEqual("after".utf8)) }
    }

    @Test func replacesAnEntryThatHasADataDescriptor() throws {
        // Made by hand: sizes and checksum stand after the data, with flag bit 3.
        let data = Array("hello".utf8)
        var bytes = sample()
        var local: [UInt8] = []
        local.appendLittle32(0x0403_4B50)
        for field in [20, 0x0008, 0, 0, 0x21] { local.appendLittle16(field) }
        for _ in 0..<3 { local.appendLittle32(0) }
        local.appendLittle16(1)
        local.appendLittle16(0)
        local += Array("d".utf8) + data
        for field in [0x0807_4B50, Int(Deflate.crc32(data)), 5, 5] { local.appendLittle32(field) }
        let end = try ZipEnd(bytes, file: "x")
        var header: [UInt8] = []
        header.appendLittle32(0x0201_4B50)
        for field in [20, 20, 0x0008, 0, 0, 0x21] { header.appendLittle16(field) }
        for field in [Int(Deflate.crc32(data)), 5, 5] { header.appendLittle32(field) }
        for field in [1, 0, 0, 0, 0] { header.appendLittle16(field) }
        header.appendLittle32(0)
        header.appendLittle32(end.directory)
        header += Array("d".utf8)
        bytes.insert(contentsOf: header, at: end.record)
        bytes.insert(contentsOf: local, at: end.directory)
        let record = end.record + header.count + local.count
        bytes.setLittle(6, bytes: 2, at: record + 10)
        bytes.setLittle(end.record + header.count - end.directory, bytes: 4, at: record + 12)
        bytes.setLittle(end.directory + local.count, bytes: 4, at: record + 16)

        let archive = try ZipArchive(bytes, file: "x.zip")
        let entry = try #require(archive.entry(at: "d"))
        #expect(entry.record.count == local.count)
        let patched = try ZipArchive(archive.replacing(["d": Array("goodbye".utf8)]), file: "x.zip")
        var findings: [Finding] = []
        let replaced = try #require(patched.entry(at: "d"))
        #expect(try patched.contents(of: replaced, findings: &findings) == Array("goodbye".utf8))
        #expect(patched.entries.count == 6 && findings.isEmpty)
        #expect(patched.bytes.little16(at: replaced.record.lowerBound + 6) == 0)
    }

    @Test(arguments: ["../x", "a/../../x", "/etc/passwd", "C:/x", "c:x", "a\\b", "a/..", "x\0y"])
    func refusesPathsThatClimbOut(path: String) throws {
        var writer = ZipWriter()
        writer.add(path, [1])
        let error = try #require(refusal(writer.finish()))
        #expect(error.code == .refused)
        #expect(error.message.contains("x.zip"))
    }

    @Test(arguments: ["a..b/c", "...", "a/./b", "é", "C/:"])
    func takesPathsThatOnlyLookOdd(path: String) throws {
        var writer = ZipWriter()
        writer.add(path, [1])
        #expect(try ZipArchive(writer.finish(), file: "x.zip").entry(at: path) != nil)
    }

    @Test func refusesABombByItsRatio() throws {
        var writer = ZipWriter()
        writer.add("bomb", [UInt8](repeating: 0, count: 11 << 20))
        #expect(refusal(writer.finish())?.code == .refused)
    }

    @Test func refusesMoreBytesThanAllowedInAll() throws {
        var limits = ZipArchive.Limits()
        limits.total = Self.long.count
        #expect(refusal(sample(), limits: limits)?.code == .refused)
    }

    @Test func refusesTooManyEntries() throws {
        var limits = ZipArchive.Limits()
        limits.entries = 4
        #expect(refusal(sample(), limits: limits)?.code == .refused)
    }

    @Test func refusesEntriesThatOverlap() throws {
        var bytes = sample()
        let archive = try ZipArchive(bytes, file: "x.zip")
        let last = try #require(archive.entries.last)
        bytes.setLittle(0, bytes: 4, at: last.header.lowerBound + 42)
        #expect(refusal(bytes)?.message.contains("overlap") == true)
    }

    @Test func stopsAtTheDeclaredSize() throws {
        var bytes = sample()
        var archive = try ZipArchive(bytes, file: "x.zip")
        bytes.setLittle(10, bytes: 4, at: archive.entries[2].header.lowerBound + 24)
        archive = try ZipArchive(bytes, file: "x.zip")
        var findings: [Finding] = []
        let error = #expect(throws: FormatError.self) {
            try archive.contents(of: archive.entries[2], findings: &findings)
        }
        #expect(error?.code == .refused)
    }

    @Test func saysThatAnEntryIsEncryptedOrItsMethodUnknown() throws {
        var bytes = sample()
        let archive = try ZipArchive(bytes, file: "x.zip")
        bytes.setLittle(0x0801, bytes: 2, at: archive.entries[2].header.lowerBound + 8)
        bytes.setLittle(99, bytes: 2, at: archive.entries[4].header.lowerBound + 10)
        let broken = try ZipArchive(bytes, file: "x.zip")
        for (index, word) in [(2, "encrypted"), (4, "99")] {
            var findings: [Finding] = []
            let error = #expect(throws: FormatError.self) {
                try broken.contents(of: broken.entries[index], findings: &findings)
            }
            #expect(error?.code == .refused && error?.message.contains(word) == true)
        }
    }

    @Test func reportsAWrongChecksumAndGivesTheBytes() throws {
        var bytes = sample()
        let entry = try ZipArchive(bytes, file: "x.zip").entries[4]
        bytes[entry.data.lowerBound] = 7
        let archive = try ZipArchive(bytes, file: "x.zip")
        var findings: [Finding] = []
        #expect(try archive.contents(of: archive.entries[4], findings: &findings).first == 7)
        #expect(findings.map(\.code) == ["zip-checksum"])
        #expect(findings.first?.place.file == "x.zip!z.bin")
    }

    @Test func reportsADuplicateNameAndReadsTheLast() throws {
        var writer = ZipWriter()
        writer.add("a", [1])
        writer.add("a", [2])
        let archive = try ZipArchive(writer.finish(), file: "x.zip")
        var findings: [Finding] = []
        #expect(archive.findings.map(\.code) == ["zip-duplicate"])
        #expect(try archive.contents(of: #require(archive.entry(at: "a")), findings: &findings) == [2])
    }

    @Test func leavesOutAnEntryWhoseLocalHeaderIsDamaged() throws {
        var bytes = sample()
        let entry = try ZipArchive(bytes, file: "x.zip").entries[2]
        bytes[entry.record.lowerBound] = 0
        let archive = try ZipArchive(bytes, file: "x.zip")
        #expect(archive.entries.count == 4)
        #expect(archive.findings.map(\.code) == ["zip-entry-broken"])
    }

    @Test func readsNamesInCodePage437() throws {
        var writer = ZipWriter()
        writer.add("xx", [1])
        var bytes = writer.finish()
        for index in bytes.indices where bytes[index] == UInt8(ascii: "x") { bytes[index] = 0x81 }
        #expect(try ZipArchive(bytes, file: "x.zip").entries.map(\.path) == ["üü"])
    }

    @Test func readsAndPatchesAZIP64Directory() throws {
        var writer = ZipWriter()
        for index in 0..<66_000 { writer.add("\(index)", [], method: .stored) }
        let archive = try ZipArchive(writer.finish(), file: "x.zip")
        #expect(archive.entries.count == 66_000 && archive.findings.isEmpty)
        let patched = try ZipArchive(archive.replacing(["7": [1, 2]]), file: "x.zip")
        var findings: [Finding] = []
        #expect(patched.entries.count == 66_000 && patched.findings.isEmpty)
        #expect(try patched.contents(of: #require(patched.entry(at: "7")), findings: &findings) == [1, 2])
    }

    @Test func saysThatAFileIsCutOffOrNoArchive() throws {
        let bytes = sample()
        #expect(refusal(Array(bytes.prefix(bytes.count / 2)))?.message.contains("cut off") == true)
        #expect(refusal(Array("第一章".utf8))?.code == .malformed)
        #expect(refusal([])?.code == .malformed)
    }

    @Test func survivesEveryTruncationAndManyMutations() {
        let bytes = sample()
        for count in 0..<bytes.count { read(Array(bytes.prefix(count))) }
        var random = Dice(seed: 7)
        for _ in 0..<2000 {
            var mutated = bytes
            for _ in 0..<random.next(6) + 1 { mutated[random.next(mutated.count)] = UInt8(random.next(256)) }
            read(mutated)
        }
    }

    private func read(_ bytes: [UInt8]) {
        guard let archive = try? ZipArchive(bytes, file: "x.zip") else { return }
        var findings: [Finding] = []
        for entry in archive.entries { _ = try? archive.contents(of: entry, findings: &findings) }
        guard let first = archive.entries.first(where: { !$0.isEncrypted }) else { return }
        _ = try? archive.replacing([first.path: [1, 2, 3]])
    }
}

/// A small generator of numbers that are the same in every run (xorshift64*).
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(_ below: Int) -> Int {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return Int((state &* 2_685_821_657_736_338_717) >> 33) % below
    }
}
