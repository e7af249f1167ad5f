import Engines
import FakeEngine
import FoundationEssentials
import Media
import Studio
import Synchronization
import Testing
import Text

@testable import Workflows

@Suite(.enabled(if: Stage.isReady, "ffmpeg and rubberband are not installed"))
struct EndpointTests {
    private func voices(_ server: FakeServer, others: any SpeechMaker = HummingVoice()) throws -> EndpointVoices {
        let settings = SpeechSettings(url: server.url, model: "tts", voices: ["nova"], timeout: 20, attempts: 1)
        return EndpointVoices(try SpeechEndpoint(settings), others: others)
    }

    private func jobs(_ texts: [String], _ voice: Voice, in folder: String) -> [SpeechJob] {
        texts.enumerated().map { number, text in
            SpeechJob(
                id: "\(number)",
                text: text,
                locale: LanguageTag("en") ?? .simplifiedChinese,
                voice: voice,
                file: "\(folder)/\(voice.name)-\(number).wav"
            )
        }
    }

    private func inFolder(_ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "caravan-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await body(folder)
    }

    private let nova = Voice(id: "endpoint:nova", engine: .endpoint, name: "nova", gender: nil)

    @Test func sendsItsOwnJobsToTheEndpointAndTheOthersOn() async throws {
        try await inFolder { folder in
            try await FakeServer.with { server in
                let others = HummingVoice()
                let low = Voice(id: "espeak:low", engine: .espeak, name: "low", gender: .male)
                let all =
                    jobs(["Where is he?", "Gone, I fear."], nova, in: folder) + jobs(["Then go."], low, in: folder)
                let failed = Mutex<[String]>([])
                try await voices(server, others: others).speak(all) { job, error in
                    if let error { failed.withLock { $0.append(error.message) } }
                }
                #expect(failed.withLock { $0 }.isEmpty)
                #expect(others.jobs.map(\.text) == ["Then go."])
                #expect(Set(server.requests.map(\.prompt)) == ["Where is he?", "Gone, I fear."])
                let sound = try await SoundFile.read("\(folder)/nova-0.wav", channels: 1)
                #expect(abs(sound.duration - FakeSound.seconds(of: "Where is he?")) < 0.02)
                let files = try FileManager.default.contentsOfDirectory(atPath: folder)
                #expect(!files.contains { $0.hasSuffix(".answer") })
            }
        }
    }

    @Test func blamesALineThatCameBackAsNoSoundAndSpeaksTheOthers() async throws {
        let script: FakeServer.Script = { request in
            var response = FakeResponse.translation(of: request)
            if request.prompt == "Garbage." { response.bytes = [UInt8](repeating: 0x5A, count: 4000) }
            if request.prompt == "Refused." { return .error(400, "I will not say that") }
            return response
        }
        try await inFolder { folder in
            try await FakeServer.with(script: script) { server in
                let failed = Mutex<[String: String]>([:])
                let all = jobs(["Garbage.", "Hello there.", "Refused."], nova, in: folder)
                try await voices(server).speak(all) { job, error in
                    failed.withLock { $0[job.text] = error?.message }
                }
                let messages = failed.withLock { $0 }
                #expect(messages.count == 2)
                #expect(messages["Garbage."]?.contains("no sound") == true)
                #expect(messages["Refused."]?.contains("will not say") == true)
                #expect(FileManager.default.fileExists(atPath: "\(folder)/nova-1.wav"))
                #expect(!FileManager.default.fileExists(atPath: "\(folder)/nova-0.wav"))
            }
        }
    }

    @Test func stopsAtAKeyThatIsRefused() async throws {
        try await inFolder { folder in
            try await FakeServer.with(script: { _ in .error(401, "no") }) { server in
                let all = jobs(["One.", "Two."], nova, in: folder)
                await #expect(throws: EngineError.self) { try await voices(server).speak(all) { _, _ in } }
            }
        }
    }

    @Test func listsTheVoicesOfTheEndpointFirst() throws {
        let endpoint = try SpeechEndpoint(SpeechSettings(url: "http://127.0.0.1:9", model: "m", voices: ["a", "b"]))
        let catalog = EndpointVoices.catalog(endpoint)
        #expect(catalog.voices.prefix(2).map(\.id) == ["endpoint:a", "endpoint:b"])
        #expect(catalog.voices.first?.note == "m at 127.0.0.1:9")
        #expect(EndpointVoices.catalog(nil).voices.allSatisfy { $0.engine != .endpoint })
    }

    @Test func hearsAFilmByTheEndpoint() async throws {
        let stage = try await Stage(nil)
        try await FakeServer.with { server in
            let english = try #require(LanguageTag("en"))
            let project = try Project.create(film: "\(stage.folder)/film.mp4", targets: [english])
            var options = DubOptions()
            options.sources = [.speech]
            let endpoint = try TranscriptionEndpoint(TranscriptionSettings(url: server.url, attempts: 1))
            try await Dub.read(
                project,
                locale: .simplifiedChinese,
                options: options,
                transcription: endpoint,
                events: stage.sink
            )
            let transcript = try stage.read("transcripts/film.ass")
            #expect(transcript.contains("我没有邀请函") && transcript.contains("保安在哪里"))
            let request = try #require(server.requests.first { $0.style == .transcription })
            #expect(request.bytes.firstRange(of: Array("fLaC".utf8)) != nil && request.field("language") == "zh")
            #expect(!stage.exists("work/film/speech.flac"))
        }
    }
}
