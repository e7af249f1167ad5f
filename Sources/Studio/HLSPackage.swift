internal import FoundationEssentials
import Text

/// A film for streaming (HTTP Live Streaming, RFC 8216): one playlist for the picture, one a sound, one a subtitle file.
///
/// The playlists of groups are written here: ffmpeg leaves the picture out of its master playlist when it copies a
/// stream without a known rate.
package struct HLSPackage: Sendable {
    package var tracks: FilmTracks
    /// Seconds of a segment; cuts fall on key frames of the picture.
    package var segment: Double = 4
    /// WebVTT files in the order of `tracks.subtitles`.
    package var captions: [String]

    package init(tracks: FilmTracks, captions: [String]) {
        self.tracks = tracks
        self.captions = captions
    }

    /// Writes `master.m3u8` and what it names into a folder, which is made beside its place and then renamed.
    package func write(to folder: String) async throws {
        let ffmpeg = try Tools.ffmpeg()
        let place = URL(filePath: folder)
        let beside = place.deletingLastPathComponent().appending(path: ".new-\(place.lastPathComponent)").path
        let manager = FileManager.default
        try? manager.removeItem(atPath: beside)
        try manager.createDirectory(atPath: beside, withIntermediateDirectories: true)
        var picture = tracks.film.video
        do {
            try await segments(ffmpeg, in: beside)
            let names = (tracks.film.video == nil ? [] : ["picture"]) + tracks.sounds.indices.map { "sound-\($0)" }
            try alignDurations(of: names, in: beside)
            if let burned = tracks.burned { picture = try await Film.probe(burned).video }
            try Files.write(Array(try master(in: beside, picture: picture).utf8), to: "\(beside)/master.m3u8")
            try? manager.removeItem(atPath: folder)
            try manager.moveItem(atPath: beside, toPath: folder)
        } catch {
            try? manager.removeItem(atPath: beside)
            throw error
        }
    }

    private func segments(_ ffmpeg: Tool, in folder: String) async throws {
        func cut(_ input: String, _ map: String, _ name: String, _ codec: [String]) async throws {
            try await ffmpeg.run(
                ["-nostdin", "-v", "error", "-y", "-i", "file:\(input)", "-map", map] + codec
                    + [
                        "-f", "hls", "-hls_time", "\(segment)", "-hls_playlist_type", "vod", "-hls_segment_type",
                        "fmp4",
                    ]
                    + ["-hls_fmp4_init_filename", "\(name)-init.mp4", "-hls_segment_filename"]
                    + ["\(folder)/\(name)-%04d.m4s", "\(folder)/\(name).m3u8"]
            )
        }
        if let burned = tracks.burned {
            try await cut(burned, "0:v:0", "picture", ["-c:v", "copy"])
        } else if let video = tracks.film.video {
            let isTaken = ["h264", "hevc"].contains(video.codec)
            let codec = isTaken ? ["-c:v", "copy"] : ["-c:v", "libx264", "-crf", "20", "-pix_fmt", "yuv420p"]
            let tag = video.codec == "hevc" ? ["-tag:v", "hvc1"] : []
            try await cut(tracks.film.path, "0:\(video.stream)", "picture", codec + tag)
        }
        for (index, sound) in tracks.sounds.enumerated() {
            switch sound.source {
            case .encoded(let file): try await cut(file, "0:a:0", "sound-\(index)", ["-c:a", "copy"])
            case .film(let audio):
                let codec = audio.codec == "aac" ? ["-c:a", "copy"] : ["-c:a", "aac", "-b:a", "192k"]
                try await cut(tracks.film.path, "0:\(audio.stream)", "sound-\(index)", codec)
            }
        }
        for (index, file) in captions.enumerated() {
            let name = "subtitles-\(index)"
            try FileManager.default.copyItem(atPath: file, toPath: "\(folder)/\(name).vtt")
            let duration = tracks.film.duration
            let playlist = """
                #EXTM3U
                #EXT-X-VERSION:7
                #EXT-X-TARGETDURATION:\(Int(duration.rounded(.up)))
                #EXT-X-PLAYLIST-TYPE:VOD
                #EXTINF:\(duration),
                \(name).vtt
                #EXT-X-ENDLIST

                """
            try Files.write(Array(playlist.utf8), to: "\(folder)/\(name).m3u8")
        }
    }

    /// All playlists of a variant say the same target duration (RFC 8216, 6.2.4).
    private func alignDurations(of names: [String], in folder: String) throws {
        let mark = "#EXT-X-TARGETDURATION:"
        var texts: [String: String] = [:]
        var longest = 0
        for name in names {
            let data = try Data(contentsOf: URL(filePath: "\(folder)/\(name).m3u8"))
            let text = String(decoding: data, as: UTF8.self)
            texts[name] = text
            for line in text.split(whereSeparator: \.isNewline) where line.hasPrefix(mark) {
                longest = max(longest, Int(line.dropFirst(mark.count)) ?? 0)
            }
        }
        for (name, text) in texts {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
                .map { $0.hasPrefix(mark) ? "\(mark)\(longest)" : String($0) }
            try Files.write(Array(lines.joined(separator: "\n").utf8), to: "\(folder)/\(name).m3u8")
        }
    }

    private func master(in folder: String, picture video: Film.Video?) throws -> String {
        var lines = ["#EXTM3U", "#EXT-X-VERSION:7", "#EXT-X-INDEPENDENT-SEGMENTS"]
        for (index, sound) in tracks.sounds.enumerated() {
            lines.append(
                "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"sound\",NAME=\(Self.quoted(sound.title)),LANGUAGE=\"\(sound.locale)\","
                    + "DEFAULT=\(index == 0 ? "YES" : "NO"),AUTOSELECT=YES,CHANNELS=\"\(Self.channels(of: sound))\",URI=\"sound-\(index).m3u8\""
            )
        }
        for (index, track) in tracks.subtitles.enumerated().prefix(captions.count) {
            lines.append(
                "#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID=\"subtitles\",NAME=\(Self.quoted(track.title)),LANGUAGE=\"\(track.locale)\","
                    + "DEFAULT=\(track.isDefault ? "YES" : "NO"),AUTOSELECT=YES,FORCED=NO,URI=\"subtitles-\(index).m3u8\""
            )
        }
        let hasPicture = video != nil
        let picture = hasPicture ? try rates(of: "picture", in: folder) : (peak: 0, average: 0)
        let sounds = try tracks.sounds.indices.map { try rates(of: "sound-\($0)", in: folder) }
        var attributes = [
            "BANDWIDTH=\(picture.peak + (sounds.map(\.peak).max() ?? 0))",
            "AVERAGE-BANDWIDTH=\(picture.average + (sounds.map(\.average).max() ?? 0))",
        ]
        if let video {
            attributes.append("RESOLUTION=\(video.width)x\(video.height)")
            attributes.append("FRAME-RATE=\(Self.thousandths(video.frameRate.framesPerSecond))")
            if let codec = Self.codec(of: video) {
                attributes.append("CODECS=\"\(codec)\(tracks.sounds.isEmpty ? "" : ",mp4a.40.2")\"")
            }
        }
        if !tracks.sounds.isEmpty { attributes.append("AUDIO=\"sound\"") }
        if !captions.isEmpty { attributes.append("SUBTITLES=\"subtitles\"") }
        lines.append("#EXT-X-STREAM-INF:" + attributes.joined(separator: ","))
        lines.append(hasPicture ? "picture.m3u8" : "sound-0.m3u8")
        return lines.joined(separator: "\n") + "\n"
    }

    private static func channels(of sound: FilmTracks.Sound) -> Int {
        // Ours are stereo.
        if case .film(let audio) = sound.source { audio.channels } else { 2 }
    }

    /// Bits a second of the densest run of segments between half and one and a half target durations (RFC 8216, 4.3.4.2), and
    /// of all, from the sizes of the files that a playlist names.
    private func rates(of name: String, in folder: String) throws -> (peak: Int, average: Int) {
        let data = try Data(contentsOf: URL(filePath: "\(folder)/\(name).m3u8"))
        var segments: [(bits: Double, seconds: Double)] = []
        var (next, target) = (0.0, segment)
        for line in String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline) {
            if line.hasPrefix("#EXT-X-TARGETDURATION:") {
                target = Double(line.dropFirst(22)) ?? segment
            } else if line.hasPrefix("#EXTINF:") {
                next = Double(line.dropFirst(8).prefix { $0 != "," }) ?? 0
            } else if !line.hasPrefix("#"), next > 0 {
                let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(line)")
                let size = (attributes[.size] as? Int).map(Double.init) ?? 0
                segments.append((size * 8, next))
            }
        }
        var peak = 0.0
        for first in segments.indices {
            var run = (bits: 0.0, seconds: 0.0)
            for part in segments[first...] {
                run = (run.bits + part.bits, run.seconds + part.seconds)
                if run.seconds > target * 1.5 { break }
                if run.seconds >= target / 2 { peak = max(peak, run.bits / run.seconds) }
            }
        }
        let bits = segments.reduce(0) { $0 + $1.bits }
        let seconds = segments.reduce(0) { $0 + $1.seconds }
        let average = seconds > 0 ? bits / seconds : 0
        return (Int(max(peak, average).rounded(.up)), Int(average.rounded(.up)))
    }

    /// The name of RFC 6381; nil for what is not known here.
    private static func codec(of video: Film.Video) -> String? {
        guard video.codec == "h264", let level = video.level, (9...62).contains(level) else { return nil }
        let profiles = ["Constrained Baseline": "42E0", "Baseline": "4200", "Main": "4D40", "High": "6400"]
        guard let profile = video.profile.flatMap({ profiles[$0] }) else { return nil }
        let digits = String(level, radix: 16, uppercase: true)
        return "avc1.\(profile)\(digits.count == 1 ? "0" : "")\(digits)"
    }

    private static func thousandths(_ value: Double) -> String {
        let whole = Int((value * 1000).rounded())
        let rest = String(whole % 1000)
        return "\(whole / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
    }

    /// A quoted string of RFC 8216 can hold neither quotes nor line breaks.
    private static func quoted(_ text: String) -> String {
        "\"" + text.map { $0 == "\"" || $0.isNewline ? "'" : $0 } + "\""
    }
}
