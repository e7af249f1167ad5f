internal import FoundationEssentials
package import Media
package import Text

/// The voices that are installed on this machine.
package struct VoiceCatalog: Sendable {
    package var voices: [Voice]

    /// - Parameters:
    ///   - endpoint: names of voices of an endpoint that speaks, when one is set.
    ///   - note: the model and where it runs; another one's voice of the same name is another voice.
    package init(endpoint: [String] = [], note: String = "") {
        voices = endpoint.map { name in
            Voice(id: "endpoint:\(name)", engine: .endpoint, name: name, gender: nil, note: note)
        }
        if (try? Tools.speech()) != nil {
            if (try? Tools.model("kokoro")) != nil { voices += Self.kokoro }
            if (try? Tools.model("piper-joe")) != nil { voices += Self.piper }
        }
        if (try? Tools.espeak()) != nil { voices += Self.espeak }
    }

    package subscript(id: String) -> Voice? { voices.first { $0.id == id } }

    /// The voices for a locale, the best sounding first.
    package func voices(for locale: LanguageTag, engines: Set<Voice.Engine> = Set(Voice.Engine.allCases)) -> [Voice] {
        voices.filter { $0.speaks(locale) && engines.contains($0.engine) }
    }

    /// Kokoro-82M v1.0 with the five voices of its package (Apache-2.0). They were recorded for Japanese; what else they speak
    /// clearly was found by having Whisper read them back. Left alone they take 0.25 to 0.30 s a syllable; with these tempos
    /// they take 0.21 to 0.23, as people do in conversation and Piper does by itself.
    private static let kokoro = [
        ("jf_alpha", Voice.Gender.female, 1.20, "clear, young"), ("jf_gongitsune", .female, 1.38, "warm"),
        ("jf_nezumi", .female, 1.30, "light"), ("jf_tebukuro", .female, 1.26, "calm"),
        ("jm_kumo", .male, 1.24, "even"),
    ].enumerated().map { index, voice in
        Voice(
            id: "kokoro:\(voice.0)",
            engine: .kokoro,
            name: "\(index)",
            gender: voice.1,
            languages: ["en", "es", "zh"],
            tempo: voice.2,
            note: voice.3
        )
    }

    /// Piper's `joe` (MIT, data CC0), and what its pitch makes of it: one voice is not enough for a cast.
    private static let piper = [
        ("joe", Voice.Gender.male, 0, "natural, quick"), ("joe-low", .male, -2.5, "joe, lower"),
        ("joe-high", .female, 4.5, "joe, higher"), ("joe-higher", .female, 6.5, "joe, higher still"),
    ].map { name, gender, pitch, note in
        Voice(
            id: "piper:\(name)",
            engine: .piper,
            name: "joe",
            gender: gender,
            languages: ["en"],
            pitch: pitch,
            note: note
        )
    }

    /// The variants of espeak-ng (GPL, so run as a process): a formant synthesizer for every locale.
    private static let espeak =
        (1...4).map { number in
            Voice(
                id: "espeak:f\(number)",
                engine: .espeak,
                name: "f\(number)",
                gender: .female,
                languages: EspeakVoices.languages,
                note: "synthetic"
            )
        }
        + [1, 2, 3, 4, 5, 7].map { number in
            Voice(
                id: "espeak:m\(number)",
                engine: .espeak,
                name: "m\(number)",
                gender: .male,
                languages: EspeakVoices.languages,
                note: "synthetic"
            )
        }
}
