/// A row of numbers that is used again and again without being cleared, read and written without bounds checks: the
/// innermost loop of the lattice spends its time there.
struct LatticeRow<Element: BitwiseCopyable> {
    /// Frees the elements with the last copy of the row.
    private let owner = Owner()
    /// What the owner holds, once more: going through it would count references at every look.
    private var elements: UnsafeMutablePointer<Element>
    private var capacity = 256
    var count = 0

    private final class Owner {
        var elements = UnsafeMutablePointer<Element>.allocate(capacity: 256)

        deinit { elements.deallocate() }
    }

    init() { elements = owner.elements }

    private mutating func grow(to room: Int, keeping count: Int) {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: room)
        larger.update(from: elements, count: count)
        elements.deallocate()
        owner.elements = larger
        elements = larger
        capacity = room
    }

    /// What was there before is lost; places below `room` may be written.
    mutating func makeRoom(_ room: Int) {
        if room > capacity { grow(to: room + room / 2, keeping: 0) }
        count = room
    }

    @inline(__always)
    mutating func append(_ element: Element) {
        if count == capacity { grow(to: count * 2, keeping: count) }
        elements[count] = element
        count &+= 1
    }

    /// `index` is below what `makeRoom` was asked for, or below `count`.
    @inline(__always)
    subscript(index: Int) -> Element {
        get {
            assert(index >= 0 && index < count)
            return elements[index]
        }
        nonmutating set {
            assert(index >= 0 && index < count)
            elements[index] = newValue
        }
    }
}
