package import Text

/// Takes the names of speakers out of the text of lines: `Name:`, `名字：`, `（名字）`, `<v Name>`.
package enum SpeakerNames {
    /// Lines with `speaker` set where the text begins with a name, and that taken out of the text. A word before a colon is a name
    /// when it does so in several lines, when it is in `known`, or when most lines of the file begin so.
    ///
    /// - Parameter known: names of the cast and of the termbase.
    package static func read(_ lines: [SpokenLine], known: Set<String> = []) -> [SpokenLine] {
        NamePrefixes(lines, known: known).lines
    }
}
