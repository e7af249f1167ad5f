/// All checks there are.
package enum CheckCatalog {
    /// Checks of single units, in the order in which their findings are shown.
    package static let checks: [any Check.Type] = form + meaning
    /// Checks of runs of units, documents and whole books.
    package static let bookChecks: [any BookCheck.Type] = formBooks + books
}
