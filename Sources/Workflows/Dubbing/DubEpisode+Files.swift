internal import Formats
internal import FoundationEssentials
internal import Media
internal import Studio
internal import Text

/// The film with its tracks.
extension DubEpisode {
    /// Writes the film with its tracks, and what else was asked for.
    func deliver(
        _ tracks: inout FilmTracks,
        _ laidOut: LaidOutSubtitles,
        lowest: Int
    ) async throws -> [String] {
        var files: [String] = []
        var container = dub.options.container
        if dub.options.burn, film.video != nil {
            let second = dub.options.bilingual ? dub.source : nil
            let edition = edition(of: laidOut.subtitles, target, second: second, lowest: lowest)
            events(.stage("Burning subtitles in", done: 0, total: 1))
            let burned = "\(work)/burned.\(target).mkv"
            try await Burning.burn(edition.file(.ass), into: film, to: burned)
            tracks.burned = burned
            events(.stage("Burning subtitles in", done: 1, total: 1))
        }
        if !tracks.takesPicture(container) {
            container = .mkv
            events(
                .finding(
                    Finding(
                        "container-changed",
                        .warning,
                        "An MP4 file cannot hold \(film.video?.codec ?? "the picture"); an MKV file is written.",
                        at: .init(file: episode.path)
                    )
                )
            )
        }
        events(.stage("Writing the film", done: 0, total: 1))
        let path = "\(stem).\(container.rawValue)"
        try await tracks.write(to: path, as: container)
        files.append(path)
        if dub.options.hls {
            let captions = tracks.subtitles.map { "\($0.file.dropLast(Files.ending(of: $0.file).count))vtt" }
            try await HLSPackage(tracks: tracks, captions: captions).write(to: "\(stem).hls")
            files.append("\(stem).hls/master.m3u8")
        }
        if let burned = tracks.burned { try? Files.remove(burned) }
        events(.stage("Writing the film", done: 1, total: 1))
        return files
    }
}
