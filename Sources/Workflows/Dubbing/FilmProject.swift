internal import FoundationEssentials
package import Text

/// A film to be dubbed, and where its lines and its work lie in the project.
struct Episode: Hashable, Sendable {
    /// The film as the user would write its path.
    var path: String
    /// The film's name without its ending, with the folders below a series' folder: `season-1/ep01`.
    var name: String
    /// The transcript as a path from the project's folder: what is said, meant to be edited.
    var transcript: String { "transcripts/\(name).ass" }
    /// What is written in the picture.
    var signs: String { "transcripts/\(name).signs.ass" }
}

extension Project {
    /// Folder of the transcripts: the input of a film's project.
    static let transcripts = "transcripts"

    /// Endings of files that are taken for films in a folder.
    package static let filmEndings: Set<String> = [
        "mp4", "mkv", "mov", "m4v", "webm", "avi", "ts", "mts", "m2ts", "flv", "wmv", "mpg", "mpeg", "rmvb", "3gp",
    ]

    /// Whether what was made of a film is missing, or from before the film was last changed.
    func isOlder(_ made: String, than film: String) -> Bool {
        guard let made = Files.status(made), let film = Files.status(film) else { return true }
        return made.modified < film.modified
    }

    /// Whether an input has a project already.
    package static func exists(for input: String) -> Bool {
        Files.exists(Files.join(folder(for: input), Settings.fileName))
    }

    /// Makes the project of a film or of a folder of episodes; an existing one is opened as it is. A term list that lies
    /// beside the input (`episode.terms.csv`) is taken up when none is named.
    package static func create(
        film input: String,
        targets: [LanguageTag],
        terms: [String] = [],
        source: LanguageTag? = nil
    ) throws -> Project {
        let folder = folder(for: input)
        let file = Files.join(folder, Settings.fileName)
        if Files.exists(file) {
            let project = try open(input)
            guard !project.settings.films.isEmpty else {
                throw WorkflowError(
                    .wrongUse,
                    "\(folder) is no project of a film. Remove or rename it, or name the film under `film:` in \(file)."
                )
            }
            return project
        }
        guard Files.exists(input), !input.hasSuffix(".caravan") else {
            throw WorkflowError(.file, "\(input) is not there. Name a film or a folder of episodes.")
        }
        _ = try Termbase(files: terms)
        var settings = Settings()
        settings.source = source
        settings.targets = targets
        settings.films = ["../\(Files.name(of: input.hasSuffix("/") ? String(input.dropLast()) : input))"]
        settings.inputs = [transcripts]
        settings.terms = terms.isEmpty ? termsBeside(input) : terms.map { relative($0, to: folder) }
        try FileManager.default.createDirectory(
            atPath: Files.join(folder, transcripts),
            withIntermediateDirectories: true
        )
        try Files.write(settings.yaml(), to: file)
        return try open(input)
    }

    /// The films of the project in natural order.
    func episodes() throws -> [Episode] {
        var episodes: [Episode] = []
        for film in settings.films {
            // `a/film.caravan` and `../film.mp4` are `a/film.mp4` to a person.
            let path =
                film.hasPrefix("../") ? Files.join(Files.parent(of: folder), String(film.dropFirst(3))) : path(film)
            guard Files.exists(path) else {
                throw WorkflowError(.file, "\(path) is not there. Put it back, or change `film:` in caravan.yaml.")
            }
            guard Files.isFolder(path) else {
                episodes.append(Episode(path: path, name: Files.stem(of: path)))
                continue
            }
            for name in try Files.below(path) where Self.filmEndings.contains(Files.ending(of: name)) {
                let stem = String(name.dropLast(Files.ending(of: name).count + 1))
                episodes.append(Episode(path: Files.join(path, name), name: stem))
            }
        }
        var seen: Set<String> = []
        for episode in episodes where !seen.insert(episode.name).inserted {
            throw WorkflowError(.wrongUse, "Two films have the name \(episode.name). Rename one.")
        }
        guard !episodes.isEmpty else {
            throw WorkflowError(
                .wrongUse,
                "There is no film in \(settings.films.joined(separator: ", ")). Films end in .mp4, .mkv, .mov and the like."
            )
        }
        return episodes
    }
}
