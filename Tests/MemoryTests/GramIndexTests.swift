import Testing

@testable import Memory

@Suite struct GramIndexTests {
    /// Texts over few letters, short and long, many of them like one another.
    static func texts(_ count: Int) -> [[UInt32]] {
        var state: UInt64 = 7
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        var texts: [[UInt32]] = []
        for _ in 0..<count {
            if let near = texts.last, random(3) > 0 {
                var text = near
                for _ in 0...random(3) where !text.isEmpty {
                    let place = random(text.count)
                    switch random(3) {
                    case 0: text[place] = UInt32(0x4E00 + random(12))
                    case 1: text.remove(at: place)
                    default: text.insert(UInt32(0x4E00 + random(12)), at: place)
                    }
                }
                texts.append(text)
            } else {
                texts.append((0..<(1 + random(random(4) == 0 ? 150 : 14))).map { _ in UInt32(0x4E00 + random(12)) })
            }
        }
        return texts
    }

    /// Distance by the textbook.
    static func distance(_ left: [UInt32], _ right: [UInt32]) -> Int {
        var row = Array(0...right.count)
        for (index, symbol) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for place in right.indices {
                let next = min(row[place] + 1, row[place + 1] + 1, diagonal + (right[place] == symbol ? 0 : 1))
                diagonal = row[place + 1]
                row[place + 1] = next
            }
        }
        return row[right.count]
    }

    @Test(arguments: [1.0, 0.85, 0.75, 0.6, 0.5]) func findsAllThatBruteForceFinds(threshold: Double) throws {
        let texts = Self.texts(600)
        var builder = GramIndexBuilder()
        for text in texts { builder.add(text) }
        let index = try #require(builder.index())
        #expect(index.count == texts.count)
        var total = 0
        for query in Self.texts(40) + texts.prefix(40) where !query.isEmpty {
            var expected: [Int: Int] = [:]
            for (number, text) in texts.enumerated() where !text.isEmpty {
                let longer = max(text.count, query.count)
                let edits = Self.distance(query, text)
                if edits <= Int((1 - threshold) * Double(longer) + 1e-9) { expected[number] = edits }
            }
            let hits = index.hits(query, threshold: threshold)
            #expect(Dictionary(uniqueKeysWithValues: hits.map { ($0.unit, $0.distance) }) == expected)
            total += expected.count
        }
        #expect(total >= 40)
    }

    @Test func measuresLongTextsLikeShortOnes() {
        for texts in [Self.texts(60).map { Array(($0 + $0 + $0).prefix(300)) }] {
            for (left, right) in zip(texts, texts.dropFirst()) where !left.isEmpty && !right.isEmpty {
                let base = right.map { UInt16($0) }
                var measure = EditDistance(left)
                let found = base.withUnsafeBufferPointer { measure.distance(to: $0, limit: 1000) }
                #expect(found == Self.distance(left, right))
            }
        }
    }

    @Test func refusesBytesThatAreNoIndex() throws {
        var builder = GramIndexBuilder()
        for text in Self.texts(50) { builder.add(text) }
        var bytes: [UInt8] = []
        try builder.write { bytes.append(contentsOf: $0) }
        #expect(GramIndex(IndexBytes(bytes)) != nil)
        #expect(GramIndex(IndexBytes(Array(bytes.dropLast(9)))) == nil)
        #expect(GramIndex(IndexBytes([1, 2, 3])) == nil)
        #expect(GramIndex(IndexBytes([UInt8](repeating: 0xFF, count: 4096))) == nil)
    }
}
