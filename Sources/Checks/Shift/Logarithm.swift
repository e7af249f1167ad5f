internal import Glibc

/// Natural logarithms, for the scores of shifted translations.
enum Logarithm {
    static func of(_ value: Float) -> Float { logf(max(value, 1e-9)) }
}
