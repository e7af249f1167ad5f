/// A row of numbers that is used again and again without being cleared, read and written without bounds checks: the
/// innermost loop of the lattice spends its time there.
struct LatticeRow<Element: BitwiseCopyable> {
    private let storage = Storage()
    var count = 0

    private final class Storage {
        var elements = UnsafeMutablePointer<Element>.allocate(capacity: 256)
        var capacity = 256

        deinit { elements.deallocate() }

        func grow(to room: Int, keeping count: Int) {
            let larger = UnsafeMutablePointer<Element>.allocate(capacity: room)
            larger.update(from: elements, count: count)
            elements.deallocate()
            elements = larger
            capacity = room
        }
    }

    /// What was there before is lost; places below `room` may be written.
    mutating func makeRoom(_ room: Int) {
        if room > storage.capacity { storage.grow(to: room + room / 2, keeping: 0) }
        count = room
    }

    @inline(__always)
    mutating func append(_ element: Element) {
        if count == storage.capacity { storage.grow(to: count * 2, keeping: count) }
        storage.elements[count] = element
        count &+= 1
    }

    /// `index` is below what `makeRoom` was asked for, or below `count`.
    @inline(__always)
    subscript(index: Int) -> Element {
        get {
            assert(index >= 0 && index < count)
            return storage.elements[index]
        }
        nonmutating set {
            assert(index >= 0 && index < count)
            storage.elements[index] = newValue
        }
    }
}
