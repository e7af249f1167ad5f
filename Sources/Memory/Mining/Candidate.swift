import Text

/// A string of characters that may be a term, with what speaks for it and against it.
struct Candidate: Sendable {
    var ids: [UInt16]
    var gram: Grams.Gram
    var kind: Term.Kind
    /// Log-odds that it is a term.
    var odds: Float = 0
    /// Characters of its surname, 0 without one.
    var surname = 0
    var frequency: Surnames.Frequency?
    /// Places at which it speaks.
    var speaks = 0
    /// Places at which somebody is called so: 叫他小算盘, 名叫林动.
    var named = 0
    /// Places at which a title stands after it.
    var titled = 0
    /// It holds a character that hardly any name has, as 任我行 does, and needs stronger proof.
    var isUnusual = false
    var word: Lexicon.Word?
    /// How often in everyday text, by the logarithm of the ratio; 0 for what the dictionary does not have.
    var keyness: Float = 0
    /// The least pointwise mutual information over its cuts, in nats.
    var cohesion: Float = 0
    /// Its surroundings are those of names, in nats.
    var context: Float = 0
    /// Characters of its suffix or title, 0 without one.
    var suffix = 0
    var gender: Term.Gender?
    var use = Concept.SourceForm.Use.name
    /// Times it stands between 《》 or 【】.
    var quoted = 0
    /// Where it stands when longer terms have taken their places.
    var places: [Int32] = []

    var length: Int { ids.count }
}
