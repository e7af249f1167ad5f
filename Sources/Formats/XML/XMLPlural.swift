import Text

/// The forms of one plural message in a file, and those that its translation needs.
struct XMLPlural: Sendable {
    /// The forms that are units.
    var forms: [Form] = []
    /// Forms of the file that the targets do not have: they get the text of `other`.
    var leftovers: [XMLHole] = []
    /// Where a form that the file lacks is put, and what is written before and behind its text. `categoryMark` stands for
    /// its category.
    var place: Int
    var before: String
    var after: String
    /// The text of the form that stands in for those that are missing, as it is written.
    var original: Range<Int>

    struct Form: Sendable {
        /// Its index in the document.
        var unit: Int
        var category: PluralCategory
        /// Nil where the file lacks it.
        var hole: XMLHole?
        var slot: XMLSlot
    }

    /// A character that XML forbids.
    static let categoryMark = "\u{2}"

    /// Writes the forms that are translated; as soon as one is, those that the file lacks are put in too.
    func write(
        _ units: [Unit],
        _ edition: Edition,
        to patch: inout XMLPatch,
        original: String,
        encode: ((PluralCategory) -> XMLEncode)? = nil
    ) {
        guard forms.contains(where: { edition.texts[units[$0.unit].key] != nil }) else { return }
        var added = ""
        for form in forms {
            let key = units[form.unit].key
            let text = edition.texts[key]
            if let hole = form.hole {
                if let text { patch.fill(hole, with: text, key: key, encode: encode?(form.category)) }
            } else {
                let content =
                    text.map { patch.render($0, form.slot, key: key, encode: encode?(form.category)) } ?? original
                added += before.replacing(Self.categoryMark, with: form.category.rawValue) + content + after
            }
        }
        if !added.isEmpty { patch.insert(added, at: place) }
        guard let other = forms.first(where: { $0.category == .other }), let text = edition.texts[units[other.unit].key]
        else { return }
        for hole in leftovers {
            patch.fill(hole, with: text, key: units[other.unit].key, encode: encode?(.other))
        }
    }

    /// The categories that a message has units for: those of the targets, else those that the file has. A `zero` of the file
    /// is always one: programs show it for 0 also in languages without that category.
    static func categories(_ options: ReadOptions, present: [PluralCategory]) -> [PluralCategory] {
        guard let needed = options.pluralCategories else { return PluralCategory.allCases.filter(present.contains) }
        return present.contains(.zero) && !needed.contains(.zero) ? [.zero] + needed : needed
    }
}
