import Text

/// Writes TBX 3 (ISO 30042:2019) in DCA style with the data categories of TBX-Basic; what TBX-Basic has no category for
/// stands in categories that begin with `x-`, which other programs pass over.
struct TermTBXWriter {
    private var text = ""
    private let source: String

    init(source: LanguageTag) { self.source = source.description }

    static func write(_ concepts: [Concept], source: LanguageTag) -> String {
        var writer = TermTBXWriter(source: source)
        writer.text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <tbx style="dca" type="TBX-Basic" xml:lang="\(XMLText.escapeAttribute(source.description))" \
            xmlns="urn:iso:std:iso:30042:ed-2">
              <tbxHeader>
                <fileDesc>
                  <sourceDesc>
                    <p>Written by Caravan.</p>
                  </sourceDesc>
                </fileDesc>
              </tbxHeader>
              <text>
                <body>

            """
        for (index, concept) in concepts.enumerated() { writer.add(concept, number: index + 1) }
        return writer.text + "    </body>\n  </text>\n</tbx>\n"
    }

    private mutating func add(_ concept: Concept, number: Int) {
        text += "      <conceptEntry id=\"c\(number)\">\n"
        element("descrip", "subjectField", concept.kind.rawValue)
        element("admin", "x-id", concept.id)
        element("descrip", "x-gender", TermLabel.text(concept.genders))
        element("descrip", "x-from-chapter", concept.validFrom.map { String($0) } ?? "")
        for id in concept.partOf { element("descrip", "x-part-of", id) }
        element("admin", "x-status", concept.status.rawValue)
        element("admin", "x-decided-by", concept.decidedBy ?? "")
        element("admin", "x-decided-at", concept.decidedAt.map { String($0) } ?? "")
        for unit in concept.evidence { element("admin", "x-evidence", unit) }
        if let note = concept.note, !note.isEmpty { text += "        <note>\(XMLText.escape(note))</note>\n" }
        text += "        <langSec xml:lang=\"\(XMLText.escapeAttribute(source))\">\n"
        for form in concept.forms {
            var notes = [("termType", form.use == .name ? "fullForm" : "variant"), ("x-use", form.use.rawValue)]
            if form.isPattern { notes.append(("x-regex", "true")) }
            if form.isCaseSensitive { notes.append(("x-case-sensitive", "true")) }
            section(form.text, notes)
        }
        text += "        </langSec>\n"
        for (locale, forms) in concept.targets.sorted(by: { $0.key < $1.key }) { add(forms, locale: locale) }
        text += "      </conceptEntry>\n"
    }

    private mutating func add(_ forms: Concept.TargetForms, locale: String) {
        let status = "administrativeStatus"
        text += "        <langSec xml:lang=\"\(XMLText.escapeAttribute(locale))\">\n"
        if !forms.preferred.isEmpty { section(forms.preferred, [(status, "preferredTerm-admn-sts")]) }
        for form in forms.alternatives { section(form, [(status, "admittedTerm-admn-sts")]) }
        for form in forms.inflected {
            section(form, [(status, "admittedTerm-admn-sts"), ("termType", "variant"), ("x-inflected", "true")])
        }
        for form in forms.forbidden { section(form, [(status, "deprecatedTerm-admn-sts")]) }
        for (form, target) in forms.byForm.sorted(by: { $0.key < $1.key }) {
            section(target, [(status, "admittedTerm-admn-sts"), ("x-for-form", form)])
        }
        text += "        </langSec>\n"
    }

    private mutating func section(_ term: String, _ notes: [(type: String, text: String)]) {
        text += "          <termSec>\n            <term>\(XMLText.escape(term))</term>\n"
        for note in notes {
            text += "            <termNote type=\"\(note.type)\">\(XMLText.escape(note.text))</termNote>\n"
        }
        text += "          </termSec>\n"
    }

    private mutating func element(_ name: String, _ type: String, _ value: String) {
        guard !value.isEmpty else { return }
        text += "        <\(name) type=\"\(type)\">\(XMLText.escape(value))</\(name)>\n"
    }
}
