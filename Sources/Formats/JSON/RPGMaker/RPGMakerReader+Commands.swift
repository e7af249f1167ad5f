import Text

/// The commands of an event (numbers from RPG Maker MV's `Game_Interpreter`).
extension RPGMakerReader {
    private enum Command {
        static let message = 101
        static let messageLine = 401
        static let choices = 102
        static let choice = 402
        static let scroll = 105
        static let scrollLine = 405
        static let changeName = 320
        static let changeNickname = 324
        static let changeProfile = 325
    }

    mutating func readCommands(_ list: Int, path: String, context: String?) {
        var notes: [String: String] = [:]
        notes[Unit.Note.context] = context
        var commands = EventCommands(tree, list)
        /// Units of the choices that are offered, by indentation.
        var offered: [Int: [Int: Int]] = [:]
        while let command = commands.next() {
            let parameters = command.parameters
            switch command.code {
            case Command.message:
                var notes = notes
                let speaker = parameters.flatMap { tree.element(4, of: $0) }
                units.addName(speaker)
                if let name = tree.text(speaker), !name.isEmpty { notes[Unit.Note.speaker] = name }
                let face = parameters.flatMap { tree.text(tree.element(0, of: $0)) } ?? ""
                let width = face.isEmpty ? MessageLines.boxWidth : MessageLines.boxWidthWithFace
                let lines = commands.run(of: Command.messageLine)
                readLines(lines, path, notes, width: max(width, widest))
            case Command.messageLine:
                // Lines without their head, as plug-ins and broken files have them.
                let lines = [command] + commands.run(of: Command.messageLine)
                readLines(lines, path, notes, width: max(MessageLines.boxWidth, widest))
            case Command.scroll:
                readLines(commands.run(of: Command.scrollLine), path, notes, width: MessageLines.boxWidth)
            case Command.choices: offered[command.indent] = readChoices(parameters, path, notes)
            case Command.choice:
                // The editor's copy of the choice; the game shows the one above.
                guard let parameters, let place = tree.integer(tree.element(0, of: parameters)),
                    let copy = tree.element(1, of: parameters), tree.kind(copy) == .string,
                    let unit = offered[command.indent]?[place],
                    units.units[unit].source.literal == tree.text(copy)
                else { continue }
                units.edit(JSONEdit(unit, string: tree.nodes[copy].range))
            case Command.changeName, Command.changeNickname:
                units.addName(parameters.flatMap { tree.element(1, of: $0) })
            case Command.changeProfile:
                if let profile = parameters.flatMap({ tree.element(1, of: $0) }) {
                    units.add(profile, key: key(path, tree.text(profile)), notes: notes)
                }
            default: break
            }
        }
    }

    private mutating func readChoices(_ parameters: Int?, _ path: String, _ notes: [String: String]) -> [Int: Int] {
        guard let choices = parameters.flatMap({ tree.element(0, of: $0) }) else { return [:] }
        var offered: [Int: Int] = [:]
        for (place, choice) in tree.children(choices).enumerated() {
            offered[place] = units.add(choice, key: key(path, tree.text(choice)), kind: .choice, notes: notes)
        }
        return offered
    }

    /// One unit of the lines of a box.
    private mutating func readLines(
        _ lines: [EventCommands.Command],
        _ path: String,
        _ notes: [String: String],
        width: Int
    ) {
        var texts: [String] = []
        var places: [Range<Int>] = []
        for line in lines {
            guard let string = line.parameters.flatMap({ tree.element(0, of: $0) }), let text = tree.text(string) else {
                // Half of a message would be a wrong message.
                if let string = line.parameters.flatMap({ tree.element(0, of: $0) }) { _ = units.text(string) }
                return
            }
            texts.append(text)
            places.append(tree.nodes[string].range)
        }
        let text = MessageLines.joined(texts)
        guard let last = lines.last, let place = places.last, units.filter.isText(text) else { return }
        let unit = units.add(text, key: key(path, text), kind: .dialogue, notes: notes)
        let whole = tree.nodes[last.node].range
        let lines = JSONLines(
            places: places,
            before: "," + tree.string(tree.space(before: whole.lowerBound))
                + tree.string(whole.lowerBound..<place.lowerBound),
            after: tree.string(place.upperBound..<whole.upperBound),
            end: whole.upperBound,
            width: width
        )
        units.edit(JSONEdit(unit, places[0], .lines(lines)))
    }

    /// Commands have no ids: a text is known by what it says, so that commands may be put before it.
    private func key(_ path: String, _ text: String?) -> String {
        "\(path)/\(StableHash(text ?? "").hex.prefix(12))"
    }
}

/// Goes through a list of event commands.
private struct EventCommands {
    struct Command {
        var node: Int
        var code: Int
        var indent: Int
        var parameters: Int?
    }

    private let tree: JSONTree
    private var nodes: JSONTree.Children
    private var ahead: Command?

    init(_ tree: JSONTree, _ list: Int) {
        self.tree = tree
        nodes = tree.children(list)
        ahead = nil
        ahead = read()
    }

    mutating func next() -> Command? {
        guard let command = ahead else { return nil }
        ahead = read()
        return command
    }

    /// The commands of this code that follow at once.
    mutating func run(of code: Int) -> [Command] {
        var run: [Command] = []
        while let command = ahead, command.code == code {
            run.append(command)
            ahead = read()
        }
        return run
    }

    private mutating func read() -> Command? {
        while let node = nodes.next() {
            guard tree.kind(node) == .object, let code = tree.integer(tree.member("code", of: node)) else { continue }
            return Command(
                node: node,
                code: code,
                indent: tree.integer(tree.member("indent", of: node)) ?? 0,
                parameters: tree.member("parameters", of: node)
            )
        }
        return nil
    }
}
