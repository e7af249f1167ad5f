internal import Media

/// The cast of a series; `Cast` alone is who is present at a unit.
typealias SeriesCast = Media.Cast
