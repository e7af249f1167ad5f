/// A voiceprint of unit length.
struct VoiceVector {
    let line: String
    /// Place in the film among the others.
    let place: Int
    let seconds: Double
    let vector: [Float]
    /// Who speaks, when it is known by other means.
    let name: String?

    /// Nil when the embedding is of another length, or is no vector.
    init?(_ print: Voiceprint, place: Int, length: Int, name: String?) {
        guard print.embedding.count == length, let vector = Self.unit(print.embedding) else { return nil }
        line = print.line
        self.place = place
        seconds = print.seconds.isFinite ? min(max(0, print.seconds), 3_600) : 0
        self.vector = vector
        self.name = name
    }

    /// The same direction with length 1; nil when it has none.
    static func unit(_ vector: [Float]) -> [Float]? {
        // In double precision, since the square of a large Float is none.
        var square = 0.0
        for value in vector { square += Double(value) * Double(value) }
        guard square.isFinite, square > 1e-20 else { return nil }
        let length = square.squareRoot()
        return vector.map { Float(Double($0) / length) }
    }

    static func dot(_ first: [Float], _ second: [Float]) -> Float {
        let count = min(first.count, second.count)
        return first.withUnsafeBufferPointer { first in
            second.withUnsafeBufferPointer { second in
                // Four lanes: the compiler may not reorder a single sum.
                var sums = SIMD8<Float>.zero
                var index = 0
                while index + 8 <= count {
                    var (one, two) = (SIMD8<Float>.zero, SIMD8<Float>.zero)
                    for lane in 0..<8 {
                        one[lane] = first[index + lane]
                        two[lane] = second[index + lane]
                    }
                    sums += one * two
                    index += 8
                }
                var total = sums.sum()
                while index < count {
                    total += first[index] * second[index]
                    index += 1
                }
                return total
            }
        }
    }
}

/// Voices that are taken for one speaker.
struct VoiceGroup {
    var voices: [VoiceVector]
    /// Lines that joined afterwards: they do not move the middle.
    var guests: [VoiceVector] = []
    /// Sum of the unit vectors of `voices`.
    var sum: [Float]
    var name: String?
    /// Place of the first line.
    var first: Int
    var seconds: Double

    init(_ voice: VoiceVector) {
        voices = [voice]
        sum = voice.vector
        name = voice.name
        first = voice.place
        seconds = voice.seconds
    }

    mutating func join(_ other: VoiceGroup) {
        voices += other.voices
        guests += other.guests
        for index in sum.indices { sum[index] += other.sum[index] }
        name = name ?? other.name
        first = min(first, other.first)
        seconds += other.seconds
    }

    /// The mean cosine between the lines of both.
    func likeness(to other: VoiceGroup) -> Float {
        VoiceVector.dot(sum, other.sum) / Float(max(1, voices.count * other.voices.count))
    }

    /// The cosine of the group's middle and a unit vector.
    func likeness(to vector: [Float]) -> Float {
        let length = VoiceVector.dot(sum, sum).squareRoot()
        return length > 0 ? VoiceVector.dot(sum, vector) / length : -1
    }
}
