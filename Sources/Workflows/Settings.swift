package import Engines
package import Formats
package import Text

/// The settings of a project, from its `caravan.yaml`.
package struct Settings: Sendable, Equatable {
    /// Nil: found out from the text.
    package var source: LanguageTag?
    package var targets: [LanguageTag] = []
    /// Paths relative to the project's folder.
    package var inputs: [String] = []
    /// Films and folders of films whose lines are in `inputs`; relative to the project's folder.
    package var films: [String] = []
    package var terms: [String] = []
    /// Name of an engine in `engines`, or `local`.
    package var engine = "local"
    package var fallback: String?
    package var engines: [String: EngineSettings] = [:]
    /// An endpoint that speaks, beside the voices that are installed.
    package var speech: SpeechSettings?
    /// An endpoint that hears, in place of the model that is installed.
    package var transcription: TranscriptionSettings?
    /// How the edition should sound; goes to the engine as it is.
    package var style: String?
    /// Nil: `flagged` with the embedded engine, `strict` with all others.
    package var keep: Keep?
    package var encoding: Edition.Encoding = .asSource
    /// IANA name; nil: detected.
    package var inputEncoding: String?
    /// Name of the format of every input; nil: by rule, else by name and content.
    package var format: String?
    /// How some files are read; the first rule that matches a file decides.
    package var formats: [FormatRule] = []
    /// Syntaxes of placeholders beside those of the formats.
    package var placeholders: Set<PlaceholderSyntax> = []
    /// Regular expressions whose matches are placeholders.
    package var patterns: [String] = []

    package var memory = MemoryPolicy()
    package var checks = CheckDecisions()

    package init() {}

    /// What becomes of an answer that only failed a check of the soft kind, when nothing better came.
    package enum Keep: String, Sendable, Codable, CaseIterable {
        /// The unit stays `initial`.
        case strict
        /// The answer is kept with its findings.
        case flagged
    }

    package static let fileName = "caravan.yaml"
}
