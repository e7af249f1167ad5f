import FakeEngine
import Formats
import Foundation
import Storage
import Testing
import Text

@testable import Workflows

struct ExportTests {
    static let files = ["001.txt": "书名：《夜雨》\n作者：某人\n第1章 山门\n　　雨下了一夜。\n***\n　　他走了。\n"]

    @Test func writesABookWithTitleChaptersAndBreaks() async throws {
        let desk = try Desk(Self.files)
        try await FakeServer.with { server in _ = try await desk.localize(server) }
        let archive = try ZipArchive(try Files.read("\(desk.folder)/novel.caravan/en/novel.epub"), file: "novel.epub")
        var findings: [Finding] = []
        let names = archive.entries.map(\.path)
        #expect(names.first == "mimetype")
        let chapter = try #require(archive.entries.first { $0.path.hasSuffix("text/0001.xhtml") })
        let page = String(decoding: try archive.contents(of: chapter, findings: &findings), as: UTF8.self)
        #expect(page.contains("<h1") && page.contains("* * *") && !page.containsHan)
        let package = try #require(archive.entries.first { $0.path.hasSuffix("package.opf") })
        let opf = String(decoding: try archive.contents(of: package, findings: &findings), as: UTF8.self)
        #expect(opf.contains("<dc:language>en</dc:language>") && opf.contains("夜雨"))
    }

    @Test func writesTheSameBytesTwice() async throws {
        let desk = try Desk(Self.files)
        try await FakeServer.with { server in _ = try await desk.localize(server) }
        let book = "\(desk.folder)/novel.caravan/en/novel.epub"
        let first = try Files.read(book)
        try FileManager.default.removeItem(atPath: book)
        try desk.export(try desk.project())
        #expect(try Files.read(book) == first)
    }

    @Test func setsTheSourceBesideTheTarget() async throws {
        let desk = try Desk(Self.files)
        try await FakeServer.with { server in _ = try await desk.localize(server) }
        let files = try desk.export(try desk.project(), bilingual: true)
        #expect(files.contains("en/novel.bilingual/001.txt") && files.contains("en/novel.bilingual.epub"))
        let lines = try desk.read("en/novel.bilingual/001.txt").split(separator: "\n").map(String.init)
        let place = try #require(lines.firstIndex(of: "　　雨下了一夜。"))
        #expect(!lines[place + 1].containsHan)
    }

    @Test func leavesUntranslatedUnitsInTheSource() throws {
        let desk = try Desk(Self.files)
        let project = try desk.project()
        try Import(project, now: 1, events: { _ in }).run()
        try desk.export(project)
        #expect(try desk.read("en/novel/001.txt") == Self.files["001.txt"])
    }

    @Test func saysSoWhenAFileChangedOrWentAway() async throws {
        let desk = try Desk(["001.txt": Desk.chapter(1, paragraphs: 2), "002.txt": Desk.chapter(2, paragraphs: 2)])
        let project = try desk.project()
        try Import(project, now: 1, events: { _ in }).run()
        try desk.write("第1章 别的\n", to: "novel/001.txt")
        try FileManager.default.removeItem(atPath: "\(desk.folder)/novel/002.txt")
        try desk.export(project)
        let codes = desk.events.compactMap { event in
            if case .finding(let finding) = event { finding.code } else { nil }
        }
        #expect(codes == ["file-changed", "file-gone"])
        #expect(!FileManager.default.fileExists(atPath: "\(desk.folder)/novel.caravan/en/novel/002.txt"))
    }

    @Test func keepsTheTranslationsOfAFileThatComesBack() async throws {
        let desk = try Desk(["001.txt": Desk.chapter(1, paragraphs: 2), "002.txt": Desk.chapter(2, paragraphs: 2)])
        try await FakeServer.with { server in
            _ = try await desk.localize(server)
            try FileManager.default.removeItem(atPath: "\(desk.folder)/novel/002.txt")
            _ = try await desk.localize(server)
            #expect(try desk.status().units == 3)
            try desk.write(Desk.chapter(2, paragraphs: 2), to: "novel/002.txt")
            let requests = server.requests.count
            let summary = try await desk.localize(server)
            #expect(summary.total == 0 && server.requests.count == requests)
            #expect(try desk.status().units == 6)
        }
    }

    @Test func takesAwayWhatIsNoLongerInTheEdition() async throws {
        let desk = try Desk(["001.txt": Desk.chapter(1, paragraphs: 2), "002.txt": Desk.chapter(2, paragraphs: 2)])
        try await FakeServer.with { server in
            _ = try await desk.localize(server)
            try FileManager.default.removeItem(atPath: "\(desk.folder)/novel/002.txt")
            _ = try await desk.localize(server)
        }
        #expect(try Set(desk.edition().keys) == ["novel/001.txt"])
    }

    @Test func keepsTheTranslationsOfARenamedFile() async throws {
        let desk = try Desk(["001.txt": Desk.chapter(1, paragraphs: 2), "002.txt": Desk.chapter(2, paragraphs: 2)])
        try await FakeServer.with { server in
            _ = try await desk.localize(server)
            try FileManager.default.moveItem(atPath: "\(desk.input)/002.txt", toPath: "\(desk.input)/003.txt")
            let summary = try await desk.localize(server)
            #expect(summary.total == 0)
        }
        #expect(try Set(desk.edition().keys) == ["novel/001.txt", "novel/003.txt"])
        #expect(try desk.edition()["novel/003.txt"]?.containsHan == false)
    }

    @Test func givesTwoInputsOfOneNameTwoProjects() throws {
        let desk = try Desk(["001.txt": Desk.chapter(1, paragraphs: 2)])
        try desk.write(Desk.chapter(2, paragraphs: 1), to: "novel.txt")
        #expect(try desk.project().folder == "\(desk.folder)/novel.caravan")
        let other = try Project.create(for: "\(desk.folder)/novel.txt", targets: [desk.english])
        #expect(other.folder == "\(desk.folder)/novel.txt.caravan")
        #expect(try Project.open("\(desk.folder)/novel.txt").folder == other.folder)
    }

    @Test func makesNoProjectWithATermListThatCannotBeRead() throws {
        let desk = try Desk(["001.txt": Desk.chapter(1, paragraphs: 2)])
        try desk.write("{bad", to: "bad.json")
        #expect(throws: FormatError.self) {
            try Project.create(for: desk.input, targets: [desk.english], terms: ["\(desk.folder)/bad.json"])
        }
        #expect(!FileManager.default.fileExists(atPath: "\(desk.folder)/novel.caravan"))
    }

    @Test func goesOnWithoutAFileThatCannotBeRead() throws {
        let desk = try Desk(["001.txt": Desk.chapter(1, paragraphs: 2), "002.epub": "no archive"])
        let result = try Import(try desk.project(), now: 1, events: { _ in }).run()
        #expect(result.refused == ["novel/002.epub"] && result.change.new == 3)
    }

    @Test func saysSoWhenThereIsNoText() throws {
        let desk = try Desk(["001.txt": "\n\n"])
        let error = #expect(throws: WorkflowError.self) {
            try Import(try desk.project(), now: 1, events: { _ in }).run()
        }
        #expect(error?.message.contains("no text") == true)
    }

    @Test func readsAFileAgainWhenTheSettingsNameItsEncoding() throws {
        let desk = try Desk(["001.txt": ""], settings: "input: ../novel\ntargets: [en]\ninput_encoding: GB18030\n")
        try Files.write([0xA4, 0xA4, 0xA4, 0xE5, 0x0A], to: "\(desk.folder)/novel/001.txt")
        try Import(try desk.project(), now: 1, events: { _ in }).run()
        try desk.write("input: ../novel\ntargets: [en]\ninput_encoding: big5\n", to: "novel.caravan/caravan.yaml")
        let project = try desk.project()
        try Import(project, now: 1, events: { _ in }).run()
        let chapter = try #require(try project.store.progress(locale: desk.english).first)
        #expect(try project.store.units(chapter: chapter.id, locale: desk.english).map(\.unit.source.text) == ["中文"])
    }
}
