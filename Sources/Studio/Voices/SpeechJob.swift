package import Media
package import Text

/// A text to be spoken by a voice into a file.
package struct SpeechJob: Hashable, Sendable {
    package var id: String
    package var text: String
    package var locale: LanguageTag
    package var voice: Voice
    /// A WAV file that is not there yet.
    package var file: String

    package init(id: String, text: String, locale: LanguageTag, voice: Voice, file: String) {
        self.id = id
        self.text = text
        self.locale = locale
        self.voice = voice
        self.file = file
    }
}

/// Something that speaks jobs: files on this machine, or an endpoint.
package protocol SpeechMaker: Sendable {
    /// Speaks jobs of one engine and says of each when it is done.
    /// - Parameter done: the job and, when it could not be spoken, why.
    func speak(_ jobs: [SpeechJob], done: @escaping @Sendable (SpeechJob, StudioError?) -> Void) async throws
}
