internal import Synchronization

/// Where the picture cuts, found with ffmpeg's `scdet`.
package enum Shots {
    /// Seconds of the first frame of each shot but the first, ascending, and what ffmpeg complained of while it decoded the
    /// whole picture; nil for nothing.
    /// - Parameter threshold: of the mean absolute frame difference, 0 to 100, as `scdet` counts it; 10 is its own default.
    package static func find(in film: Film, threshold: Double = 10) async throws -> (
        cuts: [Double], complaint: String?
    ) {
        guard let video = film.video else { return ([], nil) }
        let ffmpeg = try Tools.ffmpeg()
        let times = Mutex<[Double]>([])
        // A small picture is enough to see a cut, and several times cheaper.
        let filter = "scale=160:-2:flags=fast_bilinear,scdet=t=\(threshold),metadata=print:key=lavfi.scd.time:file=-"
        let complaint = try await ffmpeg.lines(
            ["-nostdin", "-v", "error", "-i", "file:\(film.path)", "-map", "0:\(video.stream)", "-vf", filter]
                + ["-an", "-sn", "-f", "null", "-"]
        ) { line in
            guard let equals = line.firstIndex(of: "="), line.hasPrefix("lavfi.scd.time"),
                let time = Double(line[line.index(after: equals)...])
            else { return }
            times.withLock { $0.append(time) }
        }
        return (times.withLock { $0 }.sorted(), complaint.isEmpty ? nil : complaint)
    }
}
