internal import FoundationEssentials
package import Text

/// What a film holds, as ffprobe sees it.
package struct Film: Sendable, Hashable {
    package var path: String
    /// Seconds.
    package var duration: Double
    /// Seconds of pictures that are there: less than `duration` in a film that is cut off. Nil without a picture.
    package var pictured: Double?
    /// The moving picture; nil for a recording without one. A cover picture is none.
    package var video: Video?
    package var audio: [Audio]
    package var subtitles: [SubtitleTrack]

    package struct Video: Sendable, Hashable {
        /// Index among all streams of the file.
        package var stream: Int
        /// Pixels as shown, after rotation.
        package var width: Int
        package var height: Int
        package var frameRate: FrameRate
        /// Its name in ffmpeg: `h264`.
        package var codec: String
        /// Its profile and level, as ffprobe names them: `High` and 31.
        package var profile: String?
        package var level: Int?
    }

    package struct Audio: Sendable, Hashable {
        package var stream: Int
        package var channels: Int
        package var rate: Int
        package var codec: String
        package var language: String?
        package var title: String?
    }

    package struct SubtitleTrack: Sendable, Hashable {
        package var stream: Int
        package var codec: String
        package var language: String?
        package var title: String?

        /// Whether ffmpeg can write it as text; others are pictures.
        package var isText: Bool { ["subrip", "ass", "ssa", "webvtt", "mov_text", "ttml", "text"].contains(codec) }
    }

    /// Asks ffprobe.
    /// - Throws: `badMedia` with the place and a remedy when the file is no film or recording.
    package static func probe(_ path: String) async throws -> Film {
        let tool = try Tools.ffprobe()
        guard FileManager.default.isReadableFile(atPath: path) else {
            throw StudioError(.badMedia, "\(path) is not there or cannot be read.")
        }
        let bytes: [UInt8]
        do {
            bytes = try await tool.run(
                ["-v", "error", "-count_packets", "-show_streams", "-show_format", "-of", "json", "file:\(path)"],
                limit: 8 << 20
            )
        } catch let error as StudioError where error.code == .failed {
            throw StudioError(.badMedia, "\(path) is no film that ffmpeg can read. \(error.message)")
        }
        guard let said = try? JSONDecoder().decode(Probed.self, from: Data(bytes)) else {
            throw StudioError(.badMedia, "\(path): ffprobe's answer cannot be read.")
        }
        let film = Film(path: path, said)
        guard film.video != nil || !film.audio.isEmpty else {
            throw StudioError(.badMedia, "\(path) has neither picture nor sound.")
        }
        guard film.duration > 0, film.duration < 36 * 3600 else {
            throw StudioError(.badMedia, "\(path) has no length; it is broken or cut off. Copy or export it again.")
        }
        return film
    }

    private init(path: String, _ said: Probed) {
        self.path = path
        audio = []
        subtitles = []
        var longest = said.format?.duration.flatMap(Double.init) ?? 0
        for stream in said.streams ?? [] {
            longest = max(longest, stream.duration.flatMap(Double.init) ?? 0)
            let language = stream.tags?["language"].flatMap { $0 == "und" ? nil : $0 }
            let title = stream.tags?["title"]
            switch stream.codec_type {
            case "video" where video == nil && stream.disposition?["attached_pic"] != 1:
                guard let rate = FrameRate(stream.avg_frame_rate ?? "") ?? FrameRate(stream.r_frame_rate ?? ""),
                    let width = stream.width, let height = stream.height
                else { continue }
                let turned = (stream.side_data_list ?? []).contains { abs($0.rotation ?? 0) == 90 }
                video = Video(
                    stream: stream.index,
                    width: turned ? height : width,
                    height: turned ? width : height,
                    frameRate: rate,
                    codec: stream.codec_name ?? "unknown",
                    profile: stream.profile,
                    level: stream.level
                )
                pictured = stream.nb_read_packets.flatMap { Double($0) }.map { $0 / rate.framesPerSecond }
            case "audio":
                audio.append(
                    Audio(
                        stream: stream.index,
                        channels: stream.channels ?? 2,
                        rate: stream.sample_rate.flatMap { Int($0) } ?? 48_000,
                        codec: stream.codec_name ?? "unknown",
                        language: language,
                        title: title
                    )
                )
            case "subtitle":
                subtitles.append(
                    SubtitleTrack(
                        stream: stream.index,
                        codec: stream.codec_name ?? "unknown",
                        language: language,
                        title: title
                    )
                )
            default: continue
            }
        }
        duration = longest.isFinite ? longest : 0
    }
}

/// The part of ffprobe's JSON that is used here; names are its own.
private struct Probed: Decodable {
    var streams: [Stream]?
    var format: Format?

    struct Format: Decodable { var duration: String? }

    struct Stream: Decodable {
        var index: Int
        var codec_type: String?
        var codec_name: String?
        var width: Int?
        var height: Int?
        var profile: String?
        var level: Int?
        var avg_frame_rate: String?
        var r_frame_rate: String?
        var duration: String?
        var channels: Int?
        var sample_rate: String?
        var nb_read_packets: String?
        var tags: [String: String]?
        var disposition: [String: Int]?
        var side_data_list: [SideData]?
    }

    struct SideData: Decodable { var rotation: Double? }
}
