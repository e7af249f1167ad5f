/// The pronouns of a language that tell a person's gender.
struct GenderPronounTable: Sendable {
    let male: Set<String>
    let female: Set<String>
    let use: Use
    /// Words after which a pronoun is of no person: il y a, il faut.
    var impersonal: Set<String> = []

    enum Use: Sendable {
        /// Of people and animals alone, and always said: English. Who is present says who may be meant.
        case personal
        /// Of people for the most part, and left out where it can be: the source must name a gender.
        case stressed
        /// Of things too, by their grammatical gender: the source must name one, and the pronoun stand at the start of a sentence.
        case grammatical
    }

    /// Nil for a language whose pronouns tell no gender (Indonesian, Turkish, Finnish, Hungarian …) or that is not known here.
    init?(language: String) {
        switch language {
        case "en":
            male = ["he", "him", "his", "himself"]
            female = ["she", "her", "hers", "herself"]
            use = .personal
        case "es":
            male = ["él"]
            female = ["ella"]
            use = .stressed
        case "pt", "gl":
            male = ["ele", "dele", "nele"]
            female = ["ela", "dela", "nela"]
            use = .stressed
        case "it":
            male = ["lui", "egli"]
            female = ["lei", "ella"]
            use = .stressed
        case "fr":
            male = ["il"]
            female = ["elle"]
            use = .grammatical
            impersonal = [
                "y", "faut", "fallait", "pleut", "pleuvait", "neige", "neigeait", "s", "est", "était", "fait",
                "faisait", "semble",
                "semblait", "reste", "restait", "suffit", "suffisait", "fallut", "arrive", "arrivait", "vaut", "valait",
                "se", "n",
                "ne", "en", "existe", "existait", "manque", "manquait", "fit", "fut", "avait", "a",
            ]
        case "de":
            // “sie” is they and you as well.
            male = ["er"]
            female = []
            use = .grammatical
        case "ru":
            male = ["он"]
            female = ["она"]
            use = .grammatical
        case "uk":
            male = ["він"]
            female = ["вона"]
            use = .grammatical
        default: return nil
        }
    }
}

/// English nouns and names for people that tell a gender, or that somebody else is there.
enum EnglishPeople {
    static let male: Set<String> = [
        "man", "boy", "father", "dad", "daddy", "son", "brother", "husband", "uncle", "grandfather", "grandpa", "king",
        "prince",
        "emperor", "lord", "sir", "gentleman", "guy", "fellow", "boyfriend", "groom", "bridegroom", "nephew", "mr",
        "duke",
        "eunuch", "lad", "grandson", "monk", "abbot", "priest", "bachelor", "widower", "bro", "dude", "fiancé",
        "waiter", "actor",
    ]

    static let female: Set<String> = [
        "woman", "girl", "mother", "mom", "mum", "mama", "daughter", "sister", "wife", "aunt", "auntie", "grandmother",
        "grandma", "granny", "queen", "princess", "empress", "lady", "madam", "maam", "maid", "girlfriend", "bride",
        "niece",
        "mrs", "ms", "miss", "nun", "witch", "goddess", "consort", "concubine", "widow", "heroine", "actress",
        "waitress",
        "granddaughter", "matron", "dowager", "maiden", "lass", "sis", "fiancée", "nurse", "ship",
    ]

    static let unknown: Set<String> = [
        "someone", "somebody", "anyone", "anybody", "everyone", "everybody", "whoever", "person", "child", "kid",
        "baby",
        "infant", "student", "doctor", "boss", "teacher", "disciple", "elder", "driver", "clerk", "shopkeeper",
        "stranger", "guard",
        "soldier", "officer", "captain", "host", "guest", "visitor", "enemy", "opponent", "horse", "dog", "cat",
        "donkey",
        "wolf", "tiger", "dragon", "bird", "beast", "fox", "crane", "monkey", "rabbit", "demon", "ghost", "god",
        "immortal",
        "master", "servant", "cook", "chef", "manager", "director", "colleague", "friend", "neighbor", "cousin", "twin",
        "killer",
        "thief", "assassin", "general", "minister", "magistrate", "patient", "customer", "player", "youth", "teenager",
        "figure",
        "apprentice", "messenger", "attendant", "spirit", "victim", "suspect", "author", "reader", "writer", "speaker",
    ]

    /// What is one's own in “shook her head”, with verbs that say so.
    static let own: Set<String> = [
        "head", "mouth", "eyes", "eyebrow", "eyebrows", "brow", "brows", "lips", "lip", "voice", "throat", "teeth",
        "nose", "glasses",
        "sleeve", "sleeves", "fist", "fists", "neck", "breath", "tongue", "jaw", "gloves", "gaze", "steps", "step",
        "mind", "temper",
        "hat", "heels", "sword", "words", "thoughts", "pace", "voices", "shoulders", "hands", "wrists", "chin", "ears",
        "cap", "mask",
    ]

    static let ownDeeds: Set<String> = [
        "shook", "scratched", "opened", "closed", "shut", "narrowed", "rolled", "cleared", "furrowed", "arched", "bit",
        "licked", "pursed",
        "hung", "bowed", "tilted", "craned", "straightened", "adjusted", "clenched", "gritted", "held", "lowered",
        "raised", "flexed",
        "off", "knit", "knitted", "widened", "smacked", "rubbed", "swung", "shrugged", "drew", "sheathed", "lost",
        "changed", "quickened",
        "slowed", "cupped", "clapped", "spread", "stopped", "dropped", "caught", "blew", "wrinkled", "cocked", "spun",
        "clasped",
    ]

    /// Verbs that tell who has spoken.
    static let speech: Set<String> = [
        "said", "asked", "replied", "answered", "whispered", "shouted", "murmured", "muttered", "cried", "yelled",
        "says", "asks",
        "called", "added", "went", "told", "continued", "snapped", "breathed", "sighed", "laughed", "began", "demanded",
        "repeated",
    ]

    /// What a person does and a thing does not.
    static let deeds: Set<String> = [
        "said", "asked", "smiled", "nodded", "laughed", "sighed", "whispered", "shouted", "replied", "answered",
        "frowned", "grinned",
        "chuckled", "murmured", "muttered", "thought", "knew", "walked", "sat", "stood", "blushed", "wept", "cried",
        "knelt", "bowed",
        "shrugged", "hesitated", "wondered", "remembered", "snorted", "yelled", "paused", "glanced", "stared", "raised",
        "says",
        "asks", "smiles", "nods", "laughs", "sighs",
    ]

    /// Verbs that follow a subject and do not end in -ed.
    static let verbs: Set<String> = [
        "froze", "shook", "took", "was", "had", "went", "came", "felt", "saw", "heard", "left", "ran", "rose", "fell",
        "put", "drew",
        "held", "gave", "told", "spoke", "bit", "blew", "broke", "brought", "caught", "chose", "drank", "drove", "ate",
        "flew", "forgot",
        "got", "grew", "hid", "hit", "hung", "kept", "led", "lay", "let", "lit", "lost", "made", "meant", "met", "rode",
        "sang", "sank",
        "set", "shot", "shut", "slept", "slid", "spat", "swung", "threw", "woke", "wore", "won", "wrote", "is", "has",
        "did", "could",
        "would", "might", "must", "began", "cut", "does", "bent", "spun", "leapt", "flung", "found", "paid", "sent",
        "sprang", "struck",
    ]

    /// Words that begin a sentence with a capital and are no name.
    static let openers: Set<String> = Set(
        """
        the a an and but or nor so yet then when while as if though although because since until unless once before after with without
        at in on from by for to of off up down over under near behind beside between among above below into onto out outside inside this
        that these those it there here what who whom whose which where why how he she they his her their its him them we you i my your our
        me us no not yes none only even just still all every each some any one two three four five six seven eight nine ten another
        both neither either nothing nobody everything everyone someone something anyone now today tonight tomorrow yesterday again
        perhaps maybe finally suddenly however besides instead meanwhile later soon first second third next last more most much many
        few several such same other well oh ah alas please let do does did is are was were be been being have has had will would shall
        should can could may might must come go get give take look see make say tell stop wait thank thanks sorry hello good bad great
        old young little big long short new black white red green blue cold hot warm dark light rain wind snow night day morning evening
        time people men women man woman boy girl children mother father brother sister uncle aunt master elder lord lady sir madam miss mr
        mrs ms senior junior grandfather grandmother granny chapter part book half almost nearly never always often sometimes slowly quickly
        quietly softly gently carefully silently too very really rather quite like unlike despite during through throughout across along
        around against toward towards beyond within upon till per than whether whatever whoever whenever wherever
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
    )
}
