package import Text

/// What goes into one file with a film's picture.
package struct FilmTracks: Sendable {
    package var film: Film
    /// The picture comes from this file instead, with subtitles burned in; nil to copy the film's own.
    package var burned: String?
    /// The first is what players start with.
    package var sounds: [Sound]
    package var subtitles: [Subtitles]

    package init(film: Film, burned: String? = nil, sounds: [Sound], subtitles: [Subtitles]) {
        self.film = film
        self.burned = burned
        self.sounds = sounds
        self.subtitles = subtitles
    }

    package struct Sound: Sendable {
        package var source: Source
        package var locale: LanguageTag
        /// As players show it: `English dub`.
        package var title: String

        package init(_ source: Source, locale: LanguageTag, title: String) {
            self.source = source
            self.locale = locale
            self.title = title
        }

        package enum Source: Sendable {
            /// A stream of the film, copied where the container takes it.
            case film(Film.Audio)
            /// A file that is encoded already, copied.
            case encoded(String)
        }
    }

    package struct Subtitles: Sendable {
        /// An SRT or ASS file.
        package var file: String
        package var locale: LanguageTag
        package var title: String
        /// Whether players show it by themselves.
        package var isDefault: Bool

        package init(file: String, locale: LanguageTag, title: String, isDefault: Bool = false) {
            self.file = file
            self.locale = locale
            self.title = title
            self.isDefault = isDefault
        }
    }

    package enum Container: String, Sendable, CaseIterable {
        case mp4, mkv
    }

    /// Whether the container takes the film's picture as it is.
    package func takesPicture(_ container: Container) -> Bool {
        guard container == .mp4, burned == nil, let codec = film.video?.codec else { return true }
        return ["h264", "hevc", "mpeg4", "av1", "vp9", "mpeg2video", "mpeg1video", "mjpeg"].contains(codec)
    }

    /// Writes the file, beside its place and then into it. The picture is copied, never encoded again.
    /// - Throws: `badMedia` when the container does not take the picture.
    package func write(to path: String, as container: Container) async throws {
        guard takesPicture(container) else {
            throw StudioError(
                .badMedia,
                "An MP4 file cannot hold \(film.video?.codec ?? "the picture") of \(film.path). Write MKV instead: --container mkv."
            )
        }
        let ffmpeg = try Tools.ffmpeg()
        try await Files.produce(path) { beside in
            try await ffmpeg.run(
                arguments(container) + ["-f", container == .mp4 ? "mp4" : "matroska", "file:\(beside)"]
            )
        }
    }

    private func arguments(_ container: Container) -> [String] {
        var inputs = ["-nostdin", "-v", "error", "-y", "-i", "file:\(film.path)"]
        var maps: [String] = []
        var codecs: [String] = []
        var count = 1
        func add(_ file: String) -> Int {
            inputs += ["-i", "file:\(file)"]
            count += 1
            return count - 1
        }
        if let burned {
            maps += ["-map", "\(add(burned)):v:0", "-c:v", "copy"]
        } else if let video = film.video {
            maps += ["-map", "0:\(video.stream)", "-c:v", "copy"]
        }
        func language(_ locale: LanguageTag) -> String {
            TrackLanguage.code(locale, bibliographic: container == .mkv)
        }
        for (index, sound) in sounds.enumerated() {
            switch sound.source {
            case .film(let audio):
                maps += ["-map", "0:\(audio.stream)"]
                let isTaken = container == .mkv || ["aac", "mp3", "ac3", "eac3", "alac", "opus"].contains(audio.codec)
                codecs += isTaken ? ["-c:a:\(index)", "copy"] : ["-c:a:\(index)", "aac", "-b:a:\(index)", "192k"]
            case .encoded(let file):
                maps += ["-map", "\(add(file)):a:0"]
                codecs += ["-c:a:\(index)", "copy"]
            }
            codecs += ["-metadata:s:a:\(index)", "language=\(language(sound.locale))"]
            codecs += ["-metadata:s:a:\(index)", "title=\(sound.title)"]
            // MP4 players show the handler's name.
            codecs += ["-metadata:s:a:\(index)", "handler_name=\(sound.title)"]
            codecs += ["-disposition:a:\(index)", index == 0 ? "default" : "0"]
        }
        for (index, track) in subtitles.enumerated() {
            maps += ["-map", "\(add(track.file)):s:0"]
            let codec = container == .mp4 ? "mov_text" : track.file.hasSuffix(".ass") ? "ass" : "srt"
            codecs += ["-c:s:\(index)", codec]
            codecs += ["-metadata:s:s:\(index)", "language=\(language(track.locale))"]
            codecs += ["-metadata:s:s:\(index)", "title=\(track.title)"]
            codecs += ["-metadata:s:s:\(index)", "handler_name=\(track.title)"]
            codecs += ["-disposition:s:\(index)", track.isDefault ? "default" : "0"]
        }
        // Chapters and tags of the film stay; an MP4 for the web begins with its index.
        return inputs + maps + codecs + (container == .mp4 ? ["-movflags", "+faststart"] : [])
    }
}
