import Glibc

/// A speaker encoder: speech to a vector that is alike for one voice and different for another.
///
/// GE2E (Wan et al. 2018, https://arxiv.org/abs/1710.10467) as Resemblyzer trained it: mel energies of 1.6 s through three
/// LSTM layers of 256 cells and a linear layer, a mean over windows. Cosines of one speaker are 0.8 and more, of two at most
/// about 0.65.
package struct VoiceEncoder: Sendable {
    /// Samples a second of the speech that goes in; one channel.
    package static let rate = 16_000
    private static let bands = 40
    private static let window = 160
    private static let step = 80

    /// Of each layer; also the length of a vector.
    private let cells: Int
    private let layers: [Layer]
    private let linear: [Float]
    private let linearBias: [Float]
    private let mel: MelEnergies

    /// One LSTM layer; rows are the gates input, forget, cell and output of all cells.
    private struct Layer {
        var inputs: Int
        var fromInput: [Float]
        var fromHidden: [Float]
        var bias: [Float]
    }

    /// Reads weights as `script/series/voiceprint.py` writes them: 32-bit floats, little endian; nil for another length.
    ///
    /// - Parameter cells: Of each layer: 256 in the published model.
    package init?(weights bytes: [UInt8], cells: Int = 256) {
        self.cells = cells
        var place = 0
        func take(_ count: Int) -> [Float] {
            let first = place
            place += 4 * count
            guard place <= bytes.count else { return [] }
            return (0..<count).map { index in
                let at = first + 4 * index
                let low = UInt32(bytes[at]) | UInt32(bytes[at + 1]) << 8
                return Float(bitPattern: low | UInt32(bytes[at + 2]) << 16 | UInt32(bytes[at + 3]) << 24)
            }
        }
        let gates = 4 * cells
        layers = [Self.bands, cells, cells].map { inputs in
            Layer(
                inputs: inputs,
                fromInput: take(gates * inputs),
                fromHidden: take(gates * cells),
                bias: take(gates)
            )
        }
        linear = take(cells * cells)
        linearBias = take(cells)
        guard place == bytes.count else { return nil }
        mel = MelEnergies(rate: Self.rate, size: 400, hop: 160, bands: Self.bands)
    }

    /// The voice in speech of 16,000 samples a second: 256 numbers of length 1; nil for less than 0.2 s, or silence.
    ///
    /// Longer speech gives a surer vector; from 1.6 s on it is steady.
    package func embedding(of speech: [Float]) -> [Float]? {
        guard speech.count >= Self.rate / 5 else { return nil }
        let power = speech.reduce(0.0) { $0 + Double($1) * Double($1) } / Double(speech.count)
        guard power.isFinite, power > 1e-10 else { return nil }
        // Quiet speech is brought to −30 dBFS; the model does not take logarithms.
        let gain = Float(max(1, (1e-3 / power).squareRoot()))
        let frames = mel.frames(of: gain == 1 ? speech : speech.map { $0 * gain })
        var sum = [Float](repeating: 0, count: cells)
        var start = 0
        repeat {
            // A window at the end counts when it is full by three quarters.
            let covered = frames.count - start
            if start > 0, covered < Self.window * 3 / 4 { break }
            let part = frames[start..<min(frames.count, start + Self.window)]
            let vector = vector(of: Array(part))
            for index in sum.indices { sum[index] += vector[index] }
            start += Self.step
        } while start < frames.count
        return Self.normalized(sum)
    }

    private func vector(of frames: [[Float]]) -> [Float] {
        var sequence = frames
        // A short line is gone through again: silence would pull every short line the same way.
        while !frames.isEmpty, sequence.count < Self.window {
            sequence += frames.prefix(Self.window - sequence.count)
        }
        for layer in layers { sequence = run(layer, sequence) }
        let hidden = sequence[sequence.count - 1]
        var out = linearBias
        for row in out.indices {
            out[row] = max(0, out[row] + Self.dot(linear, row * cells, hidden, cells))
        }
        return Self.normalized(out) ?? out
    }

    private func run(_ layer: Layer, _ sequence: [[Float]]) -> [[Float]] {
        var hidden = [Float](repeating: 0, count: cells)
        var memory = hidden
        var gates = layer.bias
        var out: [[Float]] = []
        out.reserveCapacity(sequence.count)
        for input in sequence {
            for row in gates.indices {
                gates[row] =
                    layer.bias[row] + Self.dot(layer.fromInput, row * layer.inputs, input, layer.inputs)
                    + Self.dot(layer.fromHidden, row * cells, hidden, cells)
            }
            for cell in 0..<cells {
                let kept = Self.sigmoid(gates[cells + cell]) * memory[cell]
                memory[cell] = kept + Self.sigmoid(gates[cell]) * tanhf(gates[2 * cells + cell])
                hidden[cell] = Self.sigmoid(gates[3 * cells + cell]) * tanhf(memory[cell])
            }
            out.append(hidden)
        }
        return out
    }

    /// The product of a row of a matrix with a vector.
    static func dot(_ matrix: [Float], _ offset: Int, _ vector: [Float], _ count: Int) -> Float {
        matrix.withUnsafeBytes { a in
            vector.withUnsafeBytes { b in
                var first = SIMD8<Float>.zero
                var second = SIMD8<Float>.zero
                var index = 0
                let base = 4 * offset
                while index + 16 <= count {
                    let at = 4 * index
                    first +=
                        a.loadUnaligned(fromByteOffset: base + at, as: SIMD8<Float>.self)
                        * b.loadUnaligned(fromByteOffset: at, as: SIMD8<Float>.self)
                    second +=
                        a.loadUnaligned(fromByteOffset: base + at + 32, as: SIMD8<Float>.self)
                        * b.loadUnaligned(fromByteOffset: at + 32, as: SIMD8<Float>.self)
                    index += 16
                }
                var sum = (first + second).sum()
                while index < count {
                    sum +=
                        a.loadUnaligned(fromByteOffset: base + 4 * index, as: Float.self)
                        * b.loadUnaligned(fromByteOffset: 4 * index, as: Float.self)
                    index += 1
                }
                return sum
            }
        }
    }

    private static func sigmoid(_ x: Float) -> Float { 1 / (1 + expf(-x)) }

    private static func normalized(_ vector: [Float]) -> [Float]? {
        let length = vector.reduce(Float(0)) { $0 + $1 * $1 }.squareRoot()
        guard length.isFinite, length > 0 else { return nil }
        return vector.map { $0 / length }
    }
}
