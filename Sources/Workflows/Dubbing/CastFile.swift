internal import Media
internal import Text
internal import Yams

/// `cast.yaml` of a project: who plays, and with which voice; meant to be edited, and the same for all episodes.
struct CastFile {
    static let name = "cast.yaml"

    static func read(_ yaml: String, file: String) throws(WorkflowError) -> SeriesCast {
        let node: Node?
        do {
            node = try Yams.compose(yaml: yaml)
        } catch {
            throw WorkflowError(.settings, "\(file) is not YAML: \(error)", cause: error)
        }
        var cast = SeriesCast()
        guard let node, node.null == nil else { return cast }
        let reader = SettingsReader(file: file)
        for (name, value) in try reader.entries(node, under: nil) {
            var member = SeriesCast.Member(name: name)
            for (field, value) in try reader.entries(value, under: name) {
                switch field {
                case "gender": member.gender = try optional(value, reader)
                case "age": member.age = try optional(value, reader)
                case "voice": member.voice = try reader.optionalText(value)
                case "names":
                    member.otherNames = try reader.list(value).map { node throws(WorkflowError) in
                        try reader.text(node)
                    }
                default: throw reader.unknown(field, value)
                }
            }
            cast.members.append(member)
        }
        return cast
    }

    private static func optional<Choice: RawRepresentable & CaseIterable>(
        _ node: Node,
        _ reader: SettingsReader
    ) throws(WorkflowError) -> Choice? where Choice.RawValue == String {
        node.null != nil ? nil : try reader.choice(node, Choice.self)
    }

    static func yaml(_ cast: SeriesCast) -> String {
        var text = """
            # Who plays, and with which voice. Meant to be edited; new characters are added below.
            # voice: an id of `caravan voices`; gender: female, male or other; age: child, young, adult or old.
            # names: other names that subtitles use for the same character.


            """
        for member in cast.members {
            text += "\(Settings.quote(member.name)):\n"
            if !member.otherNames.isEmpty { text += "  names: \(Settings.list(member.otherNames))\n" }
            text += "  gender: \(member.gender?.rawValue ?? "")\n"
            text += "  age: \(member.age?.rawValue ?? "")\n"
            text += "  voice: \(member.voice.map(Settings.quote) ?? "")\n"
        }
        return text
    }
}
