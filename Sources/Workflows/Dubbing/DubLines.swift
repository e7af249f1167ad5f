internal import Engines
internal import Text

/// The lines of an episode with what is known of them.
struct DubLines {
    var all: [Line] = []
    var findings: [Finding] = []

    var dialogue: [Line] { all.filter { $0.spoken.kind == .dialogue } }

    /// The lines of dialogue before one, oldest first, with their translations.
    func before(_ id: String, count: Int) -> [Batch.Line] {
        let spoken = dialogue
        guard let place = spoken.firstIndex(where: { $0.spoken.id == id }) else { return [] }
        return spoken[max(0, place - count)..<place].map { .init(source: $0.spoken.text, target: $0.translation) }
    }

    struct Line {
        var spoken: SpokenLine
        /// The project's translation; nil while there is none.
        var translation: String?
        /// What a person changed in `dub.json`.
        var edit: DubFile.Line?
        /// Whether `edit.text` is a person's own wording.
        var hasOwnText = false

        /// What a subtitle shows unless a person gave it a text of its own.
        var shown: String? { hasOwnText ? edit?.text : translation }
    }

    /// Takes over what a person has changed in an earlier `dub.json`; wordings of lines that are gone are findings.
    mutating func take(edits file: DubFile?) {
        guard let file else { return }
        var edits = Dictionary(file.lines.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for index in all.indices {
            guard let edit = edits[all[index].spoken.id], edit.source == all[index].spoken.text else { continue }
            edits[edit.id] = nil
            all[index].edit = edit
            if let speaker = edit.speaker { all[index].spoken.speaker = speaker }
            all[index].hasOwnText = edit.hasOwnText
        }
        for lost in file.lines where edits[lost.id] != nil && (lost.hasOwnText || lost.subtitle != nil) {
            let message =
                "The line “\(lost.source)” is no longer in the transcript; what you wrote for it was “\(lost.text)”."
            findings.append(Finding("edit-lost", .warning, message, at: .init(unit: lost.id)))
        }
    }
}

extension String {
    /// Nil for an empty text.
    var nonEmpty: String? { isEmpty ? nil : self }
}
