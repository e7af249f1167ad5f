internal import FoundationEssentials
internal import Media
internal import Text

/// `EPISODE.dub.json`: what is spoken, when and how. A person edits it and runs again; only what changed is spoken anew.
struct DubFile: Codable, Equatable {
    var version = 1
    /// What may be edited, for people.
    var help = DubFile.help
    var film: String
    var source: LanguageTag
    var target: LanguageTag
    var frameRate: FrameRate
    /// Seconds of the first frame of each shot but the first.
    var cuts: [Double]
    var lines: [Line]

    static let help =
        "Edit `text` (what is spoken), `subtitle`, `speaker`, `voice`, `keep` (start in seconds, rate), or `skip`, and run `caravan dub` again. The rest is written anew."

    struct Line: Codable, Equatable {
        var id: String
        /// When the original is spoken, in seconds.
        var time: TimeSpan
        var speaker: String?
        /// The original.
        var source: String
        /// What the project's translation says; an edit of `text` is told by its being another.
        var translation: String
        /// What is spoken. Chosen among `wordings`, or a person's own.
        var text: String
        /// A person's own subtitle; else the translation is shown.
        var subtitle: String?
        /// A voice for this line alone.
        var voice: String?
        /// Nothing is spoken here.
        var skip: Bool?
        var keep: Keep?
        /// Ways to say it that engines have offered.
        var wordings: [Wording]
        /// How it was planned; nil for a line that is not spoken.
        var plan: Plan?

        /// Whether `text` is a person's: none of the wordings that were offered.
        var hasOwnText: Bool {
            !text.isEmpty && text != translation && !wordings.contains { $0.id != "own" && $0.text == text }
        }
    }

    struct Keep: Codable, Equatable {
        var start: Double?
        var rate: Double?
    }

    struct Wording: Codable, Equatable {
        /// `full`, `tight`, `short`, `own`.
        var id: String
        var text: String
        /// What it loses, as `DubWording.cost`.
        var cost: Double
        /// The translation that it is a wording of.
        var of: String?
    }

    struct Plan: Codable, Equatable {
        var voice: String
        var wording: String
        var start: Double
        var end: Double
        /// Faster than natural above 1.
        var rate: Double
        /// Seconds until its slot ends; negative when it runs over.
        var slack: Double
        var flags: [DubFlag]
    }

    static func read(_ path: String) throws(WorkflowError) -> DubFile? {
        guard Files.exists(path) else { return nil }
        do {
            return try JSONDecoder().decode(DubFile.self, from: Data(try Files.read(path)))
        } catch {
            throw WorkflowError(
                .settings,
                "\(path) cannot be read: \(error). Undo the last edit, or remove the file to have it made anew.",
                cause: error
            )
        }
    }

    func write(to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try Files.write([UInt8](try encoder.encode(self)) + [0x0A], to: path)
    }
}
