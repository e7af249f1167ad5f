package import Media
package import Studio

/// What a person may choose for the dubbing of an episode.
package struct DubOptions: Sendable, Hashable {
    /// A subtitle file, or a folder of them with the episodes' names; nil: what lies beside the film or in it.
    package var subtitles: String?
    /// What is read besides; empty: what is there, in the order subtitle file, track, burned-in text with speech.
    package var sources: Set<LineSource> = []
    /// Which engines speak; empty for all that are installed.
    package var voices: Set<Voice.Engine> = []
    package var loudness = LoudnessTarget.mobile
    package var container = FilmTracks.Container.mp4
    /// Subtitles only: nothing is spoken.
    package var subtitlesOnly = false
    /// Stop when `dub.json` is written.
    package var planOnly = false
    package var hls = false
    package var stems = false
    package var burn = false
    package var bilingual = false
    /// Music and effects without speech, in place of the film's own sound.
    package var music: String?
    /// Folder for the editions, each in a folder of its locale; nil: in the project.
    package var output: String?

    package init() {}
}

/// Where the lines of a film are from.
package enum LineSource: String, Sendable, CaseIterable, Codable {
    /// A subtitle track in the film.
    case track
    /// Writing in the picture.
    case burned
    case speech
}
