/// Bytes that an index lies in: a mapped file or an array, kept alive as long as the index is used.
// @unchecked: the bytes are never written while the value lives, and `release` is called once, by `deinit`.
package final class IndexBytes: @unchecked Sendable {
    package let base: UnsafeRawBufferPointer
    private let release: (UnsafeRawBufferPointer) -> Void

    /// `release` is called with `base` when nobody needs the bytes any more.
    package init(_ base: UnsafeRawBufferPointer, release: @escaping (UnsafeRawBufferPointer) -> Void) {
        self.base = base
        self.release = release
    }

    package convenience init(_ bytes: [UInt8]) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
        copy.copyBytes(from: bytes)
        self.init(UnsafeRawBufferPointer(copy)) { UnsafeMutableRawBufferPointer(mutating: $0).deallocate() }
    }

    deinit { release(base) }
}
