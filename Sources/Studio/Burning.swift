internal import FoundationEssentials

/// Subtitles drawn into the picture by libass: the only case in which a picture is encoded again.
package enum Burning {
    /// - Parameters:
    ///   - subtitles: the bytes of an ASS file.
    ///   - path: an MKV file with the picture only.
    package static func burn(_ subtitles: [UInt8], into film: Film, to path: String) async throws {
        guard let video = film.video else { throw StudioError(.badMedia, "\(film.path) has no picture to burn into.") }
        let ffmpeg = try Tools.ffmpeg()
        // The filter reads a plain name in its own folder, so that no name of a user's has to be escaped.
        let folder = FileManager.default.temporaryDirectory.appending(path: "caravan-burn-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Files.write(subtitles, to: folder.appending(path: "burn.ass").path)
        try await Files.produce(path) { beside in
            try await ffmpeg.run(
                ["-nostdin", "-v", "error", "-y", "-i", "file:\(absolute(film.path))", "-map", "0:\(video.stream)"]
                    + [
                        "-vf", "ass=burn.ass", "-c:v", "libx264", "-crf", "18", "-preset", "medium", "-pix_fmt",
                        "yuv420p",
                    ]
                    + ["-an", "-sn", "-f", "matroska", "file:\(absolute(beside))"],
                in: folder.path
            )
        }
    }

    private static func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : "\(FileManager.default.currentDirectoryPath)/\(path)"
    }
}
