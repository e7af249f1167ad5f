import Testing
import Text

@testable import Media

struct WordPlacingTests {
    @Test func drawsWordsToTheEndsOfSpeech() {
        let placed = WordPlacing.placed(
            [word("你", 1.2, 1.3), word("好", 1.3, 1.5), word("走", 2.1, 2.2)],
            in: [TimeSpan(1, 1.6), TimeSpan(2, 2.4)]
        )
        #expect(placed == [word("你", 1, 1.3), word("好", 1.3, 1.6), word("走", 2, 2.4)])
    }

    @Test func movesAWordOutOfAPause() {
        let placed = WordPlacing.placed(
            [word("你", 0, 0.5), word("好", 0.6, 0.75), word("走", 0.95, 1.3)],
            in: [TimeSpan(0, 0.55), TimeSpan(0.9, 1.4)]
        )
        #expect(placed == [word("你", 0, 0.5), word("好", 0.55, 0.55), word("走", 0.9, 1.4)])
    }

    @Test func doesNotDrawAWordOverALongWay() {
        let placed = WordPlacing.placed([word("你", 3, 3.2)], in: [TimeSpan(1, 5)])
        #expect(placed == [word("你", 3, 3.2)])
    }

    @Test func keepsWordsInOrder() {
        let words = (0..<40).map { word("字", Double(($0 * 7) % 11), Double(($0 * 5) % 13)) }
        let placed = WordPlacing.placed(words, in: [TimeSpan(0, 2), TimeSpan(4, 6), TimeSpan(8, 9)])
        #expect(placed.count == 40)
        for word in placed {
            #expect(word.time.duration >= 0)
            #expect(
                [TimeSpan(0, 2), TimeSpan(4, 6), TimeSpan(8, 9)].contains {
                    $0.start <= word.time.start && word.time.end <= $0.end
                }
            )
        }
        #expect(WordPlacing.placed(words, in: []) == words)
    }

    private func word(_ text: String, _ start: Double, _ end: Double) -> SpokenLine.Word {
        .init(text, TimeSpan(start, end))
    }
}
