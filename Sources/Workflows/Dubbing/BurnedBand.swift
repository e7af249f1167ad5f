internal import FoundationEssentials
internal import Media
internal import Studio

/// Where a film has subtitles of its own in the picture, kept beside what else is known of it: new ones stand above.
struct BurnedBand: Codable {
    /// In pixels; nil for a film without any.
    var box: PixelBox?

    private static func path(_ project: Project, _ episode: Episode) -> String {
        project.path("work/\(episode.name)/band.json")
    }

    func write(to project: Project, _ episode: Episode) throws {
        try Files.write([UInt8](try JSONEncoder().encode(self)), to: Self.path(project, episode))
    }

    /// What is known; looked for when subtitles are to be burned in and nobody has looked yet.
    static func of(_ episode: DubEpisode) async throws -> PixelBox? {
        let path = path(episode.project, episode.episode)
        if !episode.project.isOlder(path, than: episode.film.path),
            let kept = try? JSONDecoder().decode(Self.self, from: Data(try Files.read(path)))
        {
            return kept.box
        }
        guard episode.dub.options.burn, BurnedText.isInstalled, episode.film.video != nil else { return nil }
        episode.events(.stage("Looking for subtitles in the picture", done: 0, total: 1))
        let band = Self(box: try await BurnedText().band(of: episode.film))
        try band.write(to: episode.project, episode.episode)
        episode.events(.stage("Looking for subtitles in the picture", done: 1, total: 1))
        return band.box
    }

    /// Pixels from the bottom of the picture up to a little above the band; 0 for one in its upper half.
    static func lowest(above box: PixelBox?, height: Int) -> Int {
        guard let box, box.y * 2 > height else { return 0 }
        return height - box.y + box.height / 4
    }
}
