import Glibc

/// Strings that C keeps for the time of one call.
final class CStrings {
    private var kept: [UnsafeMutablePointer<CChar>] = []

    func callAsFunction(_ text: String) -> UnsafePointer<CChar>? {
        guard let copy = strdup(text) else { return nil }
        kept.append(copy)
        return UnsafePointer(copy)
    }

    deinit { for copy in kept { free(copy) } }
}
