internal import Glibc

/// Natural logarithms, for scores.
enum Logarithm {
    static func of(_ value: Float) -> Float { logf(max(value, 1e-9)) }
    /// Back from a logarithm.
    static func power(_ value: Float) -> Float { expf(value) }
}
