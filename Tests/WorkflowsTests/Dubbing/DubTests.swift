import FakeEngine
import FoundationEssentials
import Media
import Studio
import Testing
import Text
import Workflows

@Suite(.enabled(if: Stage.isReady, "ffmpeg and rubberband are not installed"))
struct DubTests {
    @Test func makesOneFilmWithBothSoundsAndAllSubtitles() async throws {
        let stage = try await Stage()
        let summary = try await FakeServer.with { server in try await stage.dub(server) }
        #expect(summary.lines == 3 && summary.translated == 3 && summary.spoken == 3)
        let film = try await Film.probe(stage.path("en/film.mp4"))
        #expect(film.audio.map(\.language) == ["eng", "zho"])
        #expect(film.subtitles.map(\.language) == ["eng", "zho"])
        #expect(film.video?.codec == "h264")
        #expect(abs(film.duration - 6) < 0.1)
        for ending in [
            "en.srt", "en.vtt", "en.ass", "en.ttml", "zh-Hans.srt", "dub.json", "report.html", "report.json",
        ] {
            #expect(stage.exists("en/film.\(ending)"), "\(ending)")
        }
        let loudness = try #require(summary.loudness)
        #expect(abs(loudness + 14) <= 0.5)
        #expect(try #require(summary.truePeak) <= -1)
    }

    @Test func speaksNothingTwiceAndAfterAnEditOnlyWhatChanged() async throws {
        let stage = try await Stage()
        try await FakeServer.with { server in
            try await stage.dub(server)
            #expect(stage.maker.jobs.count == 3)
            let requests = server.requests.count
            try await stage.dub(server)
            #expect(stage.maker.jobs.count == 3)
            #expect(server.requests.count == requests)
            var plan = try stage.read("en/film.dub.json")
            let text = try #require(Self.texts(plan).first)
            // The line's own text stands before the wordings that were offered.
            let place = try #require(plan.firstRange(of: "\"text\" : \"\(text)\""))
            plan.replaceSubrange(place, with: "\"text\" : \"I have none.\"")
            try stage.write(plan, to: "film.caravan/en/film.dub.json")
            try await stage.dub(server)
            #expect(stage.maker.jobs.map(\.text).last == "I have none.")
            #expect(stage.maker.jobs.count == 4)
            // A person's own wording is what the subtitle shows, too.
            #expect(try stage.read("en/film.en.srt").contains("I have none."))
            #expect(try Self.texts(stage.read("en/film.dub.json")).first == "I have none.")
            // And it stays a person's, however often it is run.
            try await stage.dub(server)
            #expect(try Self.texts(stage.read("en/film.dub.json")).first == "I have none.")
            #expect(stage.maker.jobs.count == 4)
            // When the line goes, what was written for it is not lost without a word.
            try stage.write(Stage.lines.replacing("我没有邀请函", with: "请看我的邀请函"), to: "film.srt")
            let summary = try await stage.dub(server)
            #expect(summary.findings.contains { $0.code == "edit-lost" && $0.message.contains("I have none.") })
        }
    }

    private static func texts(_ plan: String) -> [String] {
        plan.split(separator: "\n").compactMap { line in
            guard let start = line.firstRange(of: "      \"text\" : \"") else { return nil }
            return String(line[start.upperBound...].prefix { $0 != "\"" })
        }.filter { !$0.isEmpty }
    }

    @Test func givesEveryCharacterAVoiceAndKeepsWhatAPersonChose() async throws {
        let stage = try await Stage()
        try await FakeServer.with { server in
            try await stage.dub(server)
            let cast = try stage.read("cast.yaml")
            #expect(cast.contains("林晚") && cast.contains("苏曼"))
            let voices = Set(stage.maker.jobs.map(\.voice.id))
            #expect(voices.count == 2)
            let chosen = "林晚:\n  gender: female\n  voice: espeak:middle\n苏曼:\n  voice: espeak:low\n"
            try stage.write(chosen, to: "film.caravan/cast.yaml")
            try await stage.dub(server)
            #expect(Set(stage.maker.jobs.suffix(3).map(\.voice.id)) == ["espeak:middle", "espeak:low"])
            #expect(try stage.read("cast.yaml") == chosen)
        }
    }

    @Test func keepsATranscriptThatAPersonHasCorrected() async throws {
        let stage = try await Stage()
        try await FakeServer.with { server in
            try await stage.dub(server)
            let transcript = try stage.read("transcripts/film.ass")
            #expect(transcript.contains("我没有邀请函") && !transcript.contains("林晚："))
            try stage.write(
                transcript.replacing("我没有邀请函", with: "我没有请帖"),
                to: "film.caravan/transcripts/film.ass"
            )
            try stage.write(Stage.lines.replacing("晚了", with: "太晚了"), to: "film.srt")
            try await stage.dub(server)
            #expect(try stage.read("transcripts/film.ass").contains("我没有请帖"))
            #expect(stage.findings.contains { $0.code == "transcript-kept" })
        }
    }

    @Test func saysWhichLineAVoiceCouldNotSpeakAndSpeaksTheOthers() async throws {
        let stage = try await Stage()
        let summary = try await FakeServer.with { server in
            try await stage.dub(server) { $0.planOnly = true }
            let text = try #require(stage.maker.jobs.first).text
            try FileManager.default.removeItem(atPath: stage.path("work/speech"))
            stage.maker.fall(silentAt: text)
            return try await stage.dub(server)
        }
        #expect(summary.spoken == 2)
        #expect(!summary.isComplete)
        #expect(summary.findings.contains { $0.code == "not-spoken" && $0.message.contains("lost its voice") })
    }

    @Test func plansWithoutMixingAndSubtitlesWithoutSpeaking() async throws {
        let stage = try await Stage()
        try await FakeServer.with { server in
            try await stage.dub(server) { $0.planOnly = true }
            #expect(stage.exists("en/film.dub.json") && !stage.exists("en/film.mp4"))
            let before = stage.maker.jobs.count
            try await stage.dub(server) { $0.subtitlesOnly = true }
            #expect(stage.maker.jobs.count == before)
            let film = try await Film.probe(stage.path("en/film.mp4"))
            #expect(film.audio.count == 1 && film.subtitles.count == 2)
        }
    }

    @Test func dubsAFilmWithoutSoundOverSilence() async throws {
        let stage = try await Stage(sound: false)
        let summary = try await FakeServer.with { server in try await stage.dub(server) }
        #expect(summary.spoken == 3)
        #expect(summary.findings.contains { $0.code == "no-sound" })
        #expect(try await Film.probe(stage.path("en/film.mp4")).audio.map(\.language) == ["eng"])
    }

    @Test func writesStemsAndAStreamingPackageWithGroups() async throws {
        let stage = try await Stage()
        try await FakeServer.with { server in
            _ = try await stage.dub(server) {
                $0.stems = true
                $0.hls = true
                $0.container = .mkv
            }
        }
        let film = try await Film.probe(stage.path("en/film.mkv"))
        // Matroska has the bibliographic codes of ISO 639-2.
        #expect(film.audio.map(\.language) == ["eng", "chi"])
        #expect(film.subtitles.map(\.codec) == ["ass", "ass"])
        let master = try stage.read("en/film.hls/master.m3u8")
        #expect(
            master.contains("TYPE=AUDIO") && master.contains("LANGUAGE=\"en\"")
                && master.contains("LANGUAGE=\"zh-Hans\"")
        )
        #expect(master.contains("TYPE=SUBTITLES") && master.contains("#EXT-X-STREAM-INF:BANDWIDTH="))
        let streamed = try await Film.probe(stage.path("en/film.hls/picture.m3u8"))
        #expect(abs(streamed.duration - 6) < 0.2)
        let mix = try await SoundFile.read(stage.path("en/film.dialogue.wav"))
        #expect(abs(mix.duration - 6) < 0.2)
        #expect(stage.exists("en/film.music-and-effects.wav"))
    }

    @Test func refusesABrokenFilmWithTheRemedyAndLeavesNothing() async throws {
        let stage = try await Stage()
        try stage.write("this is no film", to: "film.mp4")
        await #expect(throws: StudioError.self) {
            try await FakeServer.with { server in _ = try await stage.dub(server) }
        }
        #expect(!stage.exists("transcripts/film.ass") && !stage.exists("en"))
    }

    @Test func saysWhatToDoWithoutAnySubtitles() async throws {
        let stage = try await Stage("")
        let error = await #expect(throws: WorkflowError.self) {
            try await FakeServer.with { server in _ = try await stage.dub(server) { $0.sources = [.track] } }
        }
        #expect(error?.message.contains("subtitle track") == true)
    }

    @Test func keepsVoicesOverTheEpisodesOfASeries() async throws {
        let stage = try await Stage()
        let manager = FileManager.default
        try manager.createDirectory(atPath: "\(stage.folder)/film", withIntermediateDirectories: true)
        for name in ["ep1", "ep2"] {
            try manager.copyItem(atPath: "\(stage.folder)/film.mp4", toPath: "\(stage.folder)/film/\(name).mp4")
            try manager.copyItem(atPath: "\(stage.folder)/film.srt", toPath: "\(stage.folder)/film/\(name).srt")
        }
        try await FakeServer.with { server in _ = try await stage.dub(server, input: "film") { $0.planOnly = true } }
        // The second episode says the same with the same voices, so nothing is spoken for it.
        #expect(stage.maker.jobs.count == 3)
        #expect(stage.exists("en/ep1.dub.json") && stage.exists("en/ep2.dub.json"))
    }
}
