package import Text

/// Something that can speak a character.
package struct Voice: Hashable, Sendable, Codable {
    /// As a cast names it: `piper:joe`, `kokoro:jf_alpha`, `espeak:f2`, `endpoint:alloy`.
    package var id: String
    package var engine: Engine
    /// The name or number by which its engine knows it.
    package var name: String
    package var gender: Gender?
    /// Languages that it speaks, as ISO 639 codes; empty for all that its engine has.
    package var languages: [String]
    /// Semitones by which its pitch is moved after it has spoken.
    package var pitch: Double
    /// How many times faster than by itself it is asked to speak, so that all voices have the pace of conversation.
    package var tempo: Double
    /// What it sounds like, for a list.
    package var note: String

    package init(
        id: String,
        engine: Engine,
        name: String,
        gender: Gender?,
        languages: [String] = [],
        pitch: Double = 0,
        tempo: Double = 1,
        note: String = ""
    ) {
        self.id = id
        self.engine = engine
        self.name = name
        self.gender = gender
        self.languages = languages
        self.pitch = pitch
        self.tempo = tempo
        self.note = note
    }

    /// What speaks with it, the best sounding last.
    package enum Engine: String, Hashable, Sendable, Codable, CaseIterable {
        case espeak, piper, kokoro, endpoint
    }

    package enum Gender: String, Hashable, Sendable, Codable, CaseIterable { case female, male }

    /// Whether it can speak a locale.
    package func speaks(_ locale: LanguageTag) -> Bool { languages.isEmpty || languages.contains(locale.language) }
}
