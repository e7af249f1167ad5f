/// Checks of a translation's form: codes, script, width, punctuation, space, limits.
extension CheckCatalog {
    static let form: [any Check.Type] = [
        InlineCodes.self, HanLeft.self,
    ]
}
