import Formats
import Foundation
import Media
import Text

/// Lays out as many made-up lines of English, with shots every four seconds, and writes them in every format of subtitles;
/// prints CPU seconds.
func measureSubtitles(count: Int) {
    let beginnings = ["You know,", "Let me tell you,", "Later on,", "Master says", "That night", "No!"]
    let endings = [
        "he waited for you all along", "it is not as simple as it looks",
        "a stranger stood outside the door, and we had to run",
        "we had to leave at once", "she finally told the truth about her mother and the house by the lake", "stop",
    ]
    guard let locale = LanguageTag("en") else { return }
    let lines = (0..<count).map { number in
        let start = Double(number) * 3 + Double(number * 7 % 10) / 20
        return SubtitleLine(
            id: "\(number)",
            time: TimeSpan(start, start + 1.2 + Double(number * 3 % 7) / 4),
            text: "\(beginnings[number % 6]) \(endings[number / 6 % 6]), \(number).",
            speaker: "Speaker \(number % 4)"
        )
    }
    let shots = stride(from: 0, to: Double(count) * 3, by: 4).map { $0 }
    var start = seconds()
    let picture = SubtitleStyle.Picture(width: 1_080, height: 1_920)
    let layout = SubtitleLayout(
        style: SubtitleStyle(of: locale, picture: picture),
        frameRate: .cinema,
        shots: shots,
        names: ["Lin Wan", "Gu Chen"]
    )
    let laidOut = layout.laidOut(lines)
    let laying = seconds() - start
    start = seconds()
    let edition = SubtitleEdition(laidOut.subtitles, locale: locale, width: 1_080, height: 1_920, showsVoices: true)
    let bytes = SubtitleFileFormat.allCases.reduce(0) { $0 + edition.file($1).count }
    let writing = seconds() - start
    print(
        "subtitles \(laidOut.subtitles.count) findings \(laidOut.findings.count) bytes \(bytes) seconds \(laying + writing) "
            + "layout \(laying) writing \(writing)"
    )
}
