internal import FoundationEssentials

/// The programs of the studio, and where they are installed.
package enum Tools {
    static let remedy = "`script/bootstrap --series` installs it, and Debian has it as a package."

    package static func ffmpeg() throws(StudioError) -> Tool { try Tool.find("ffmpeg", remedy: remedy) }
    package static func ffprobe() throws(StudioError) -> Tool {
        try Tool.find("ffprobe", remedy: "It comes with ffmpeg. \(remedy)")
    }
    package static func espeak() throws(StudioError) -> Tool { try Tool.find("espeak-ng", remedy: remedy) }
    package static func rubberband() throws(StudioError) -> Tool {
        try Tool.find("rubberband", remedy: "Debian's package is rubberband-cli. \(remedy)")
    }

    /// Where models are installed: `$XDG_DATA_HOME/caravan`, or `~/.local/share/caravan`.
    package static var dataFolder: String {
        let environment = ProcessInfo.processInfo.environment
        let base = environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 }
        return (base ?? "\(environment["HOME"] ?? "")/.local/share") + "/caravan"
    }

    /// The folder of an installed model.
    /// - Throws: `missingTool` with the remedy when it is not there.
    package static func model(_ name: String) throws(StudioError) -> String {
        let folder = "\(dataFolder)/series/\(name)"
        guard FileManager.default.fileExists(atPath: folder) else {
            throw StudioError(
                .missingTool,
                "The model “\(name)” is not installed at \(folder). `script/bootstrap --series` installs it."
            )
        }
        return folder
    }

    /// The program that runs speech models in a process of its own, because an exception of theirs ends the process.
    package static func speech() throws(StudioError) -> Tool {
        let path = "\(dataFolder)/series/bin/caravan-speech"
        guard FileManager.default.isExecutableFile(atPath: path) else {
            throw StudioError(
                .missingTool,
                "caravan-speech is not installed at \(path). `script/bootstrap --series` builds it."
            )
        }
        return Tool(name: "caravan-speech", path: path)
    }
}
