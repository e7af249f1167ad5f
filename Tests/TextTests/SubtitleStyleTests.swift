import Testing
import Text

@Suite struct SubtitleStyleTests {
    private func style(_ locale: String, _ picture: SubtitleStyle.Picture = .wide) throws -> SubtitleStyle {
        SubtitleStyle(of: try #require(LanguageTag(locale)), picture: picture)
    }

    @Test func holdsTheValuesOfTheGuides() throws {
        #expect(try style("en").line == 42)
        #expect(try style("en").speed == 20)
        #expect(try style("ru").line == 42)
        #expect(try style("th").line == 35)
        #expect(try style("zh-Hant").line == 16)
        #expect(try style("zh-Hant").speed == 9)
        #expect(try style("sw").line == 42)
        #expect(try style("en").dash == .both("-"))
        #expect(try style("es-419").dash == .both("- "))
        #expect(try style("nl").dash.marks == ("", "-"))
        #expect(try !style("ar").usesItalics)
    }

    @Test func isNarrowerInVerticalPictures() throws {
        #expect(try style("en", .vertical).line == 28)
        #expect(try style("zh", .vertical).line == 14)
        #expect(try style("ja", .vertical).line == 13)
        #expect(SubtitleStyle.Picture(width: 720, height: 1_280) == .vertical)
        #expect(SubtitleStyle.Picture(width: 1_280, height: 720) == .wide)
    }

    @Test func countsWhatTakesRoom() throws {
        let latin = try style("en")
        #expect(latin.width(of: "Hello, you!") == 11)
        #expect(latin.width(of: "é e\u{301}") == 3)
        #expect(latin.width(of: "กิ่") == 1)
        #expect(latin.width(of: "a\u{200B}b\u{2060}") == 2)
        #expect(latin.width(of: "漢字") == 2)
        let han = try style("zh")
        #expect(han.width(of: "漢字，OK。") == 5)
        #expect(han.width(of: "……——") == 4)
        #expect(try style("ko").width(of: "안녕 a") == 3)
    }
}

@Suite struct FrameRateTests {
    @Test func knowsTheRatesOfTelevision() {
        #expect(FrameRate(23.976)?.description == "24000/1001")
        #expect(FrameRate(29.97)?.description == "30000/1001")
        #expect(FrameRate(59.94)?.description == "60000/1001")
        #expect(FrameRate(25)?.description == "25")
        #expect(FrameRate(12.5)?.description == "12500/1000")
        #expect(FrameRate("30000/1001") == FrameRate(29.970029970))
        #expect(FrameRate("25/1") == FrameRate(25))
    }

    @Test(arguments: [
        "0/0", "24/0", "-24", "nan", "inf", "", "abc", "1e9", "/", "24/1/1", "0.1", "99999999999999999999/1",
    ])
    func refusesWhatIsNoRate(text: String) { #expect(FrameRate(text) == nil) }

    @Test func findsFrames() throws {
        let rate = try #require(FrameRate(30_000, 1_001))
        #expect(rate.seconds(30) == 1.001)
        #expect(rate.frame(at: 1.001) == 30)
        #expect((0..<5_000).allSatisfy { rate.frame(at: rate.seconds($0)) == $0 })
        #expect(rate.frame(at: .nan) == 0)
        #expect(rate.frame(at: .infinity) > 0)
        #expect(rate.frame(at: -.infinity) < 0)
    }
}
