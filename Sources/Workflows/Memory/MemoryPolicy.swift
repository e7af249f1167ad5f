internal import Text
internal import Yams

/// What a project does with translations that are there already: `memory:` in its settings.
package struct MemoryPolicy: Sendable, Equatable {
    package var use = Use.reuse
    /// Whose text is taken at 100 %: where the neighbours differ, too.
    package var minimum = Minimum.any
    /// The lowest rate, 50 to 100, at which a like text is told to the engine and offered to the editor.
    package var threshold = 75.0
    /// Memories beside the project's own, in order.
    package var shared: [Shared] = []

    package init() {}

    package enum Use: String, Sendable, CaseIterable {
        /// 101 and 100 are taken, fuzzy ones offered.
        case reuse
        /// Nothing is taken, all is offered.
        case offer
        case off
    }

    package enum Minimum: String, Sendable, CaseIterable {
        /// Only what a person wrote or approved.
        case human
        case any
    }

    package struct Shared: Sendable, Equatable {
        /// A `.memory` folder, another project, or a file of translations, relative to the project's folder.
        package var path: String
        /// Taken off every rate, 0 to 50.
        package var penalty = 0.0
        /// Nothing is added to it. Only `.memory` folders can be added to.
        package var isReadOnly = false

        package init(path: String, penalty: Double = 0, isReadOnly: Bool = false) {
            self.path = path
            self.penalty = penalty
            self.isReadOnly = isReadOnly
        }
    }
}

extension SettingsReader {
    /// A list of paths, one word of policy, or both under their names.
    func memory(_ node: Node) throws(WorkflowError) -> MemoryPolicy {
        var policy = MemoryPolicy()
        if node.scalar != nil, node.null == nil {
            // `memory: off` is false to YAML 1.1.
            policy.use = node.bool == false ? .off : try choice(node, MemoryPolicy.Use.self)
            return policy
        }
        guard node.mapping != nil else {
            policy.shared = try shared(node)
            return policy
        }
        for (name, value) in try entries(node, under: "memory") {
            switch name {
            case "use": policy.use = value.bool == false ? .off : try choice(value, MemoryPolicy.Use.self)
            case "minimum": policy.minimum = try choice(value, MemoryPolicy.Minimum.self)
            case "threshold": policy.threshold = try number(value, in: 50...100)
            case "paths", "path": policy.shared = try shared(value)
            default: throw unknown(name, value)
            }
        }
        return policy
    }

    private func shared(_ node: Node) throws(WorkflowError) -> [MemoryPolicy.Shared] {
        var all: [MemoryPolicy.Shared] = []
        for item in try list(node) {
            guard item.mapping != nil else {
                all.append(MemoryPolicy.Shared(path: try text(item)))
                continue
            }
            var shared = MemoryPolicy.Shared(path: "")
            for (name, value) in try entries(item, under: "paths") {
                switch name {
                case "path": shared.path = try text(value)
                case "penalty": shared.penalty = try number(value, in: 0...50)
                case "read_only": shared.isReadOnly = try flag(value)
                default: throw unknown(name, value)
                }
            }
            guard !shared.path.isEmpty else { throw wrong(item, "a `path:` is missing here") }
            all.append(shared)
        }
        return all
    }
}
