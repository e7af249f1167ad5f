extension Tightening {
    /// What the rules of a language are made of.
    struct Rules {
        /// Phrases with what says the same in fewer letters, as whole words, anywhere; longer ones first.
        var phrases: [(String, String)]
        /// What a sentence may begin with and loses nothing without.
        var openings: [String]

        /// By language.
        static let of: [String: Rules] = [
            "en": Rules(
                phrases: [
                    ("at this point in time", "now"), ("due to the fact that", "because"),
                    ("because of the fact that", "because"), ("despite the fact that", "although"),
                    ("in spite of the fact that", "although"), ("in the event that", "if"), ("at this moment", "now"),
                    ("at the moment", "now"), ("right now", "now"), ("in order to", "to"), ("so as to", "to"),
                    ("for the purpose of", "for"), ("in spite of", "despite"), ("with regard to", "about"),
                    ("each and every", "every"), ("every single", "every"), ("whether or not", "whether"),
                    ("all of the", "all the"), ("all of my", "all my"), ("all of your", "all your"),
                    ("all of his", "all his"), ("all of her", "all her"), ("all of their", "all their"),
                    ("inside of", "inside"), ("outside of", "outside"), ("off of", "off"), ("I have to", "I must"),
                    ("we have to", "we must"), ("is able to", "can"), ("are able to", "can"), ("I'm able to", "I can"),
                    ("was able to", "could"), ("were able to", "could"), ("attempt to", "try to"),
                    ("attempted to", "tried to"), ("a number of", "several"), ("approximately", "about"),
                    ("a great deal of", "much"), ("no one else", "nobody else"), ("one more time", "again"),
                    ("for the reason that", "because"), ("as a result of", "from"), ("in addition to", "besides"),
                ],
                openings: [
                    "Well, then, ", "Well, ", "You know, ", "You see, ", "I mean, ", "Look, ", "Listen, ", "So, ",
                    "Actually, ", "Oh, well, ", "Oh, ", "Now, ", "Okay, ", "All right, ", "As you know, ", "In fact, ",
                    "To be honest, ", "Anyway, ",
                ]
            ),
            "es": Rules(
                phrases: [
                    ("con el objetivo de", "para"), ("con el fin de", "para"), ("debido a que", "porque"),
                    ("en este momento", "ahora"), ("hoy en día", "hoy"), ("a pesar de que", "aunque"),
                ],
                openings: ["Bueno, ", "Pues, ", "Mira, ", "Oye, ", "Verás, "]
            ),
            "pt": Rules(
                phrases: [
                    ("com o objetivo de", "para"), ("devido ao fato de que", "porque"), ("neste momento", "agora"),
                    ("hoje em dia", "hoje"),
                ],
                openings: ["Bem, ", "Olha, ", "Sabe, ", "Escuta, ", "Então, "]
            ),
            "fr": Rules(
                phrases: [("dans le but de", "pour"), ("afin de", "pour"), ("à l'intérieur de", "dans")],
                openings: ["Eh bien, ", "Bon, ", "Écoute, ", "Écoutez, ", "Tu sais, ", "Vous savez, "]
            ),
            "de": Rules(
                phrases: [
                    ("aufgrund der Tatsache, dass", "weil"), ("zum jetzigen Zeitpunkt", "jetzt"),
                    ("in diesem Moment", "jetzt"), ("in diesem Augenblick", "jetzt"),
                ],
                openings: ["Na ja, ", "Weißt du, ", "Wissen Sie, ", "Hör mal, ", "Also, ", "Nun, "]
            ),
            "id": Rules(
                phrases: [
                    ("pada saat sekarang ini", "kini"), ("pada saat ini", "kini"), ("agar supaya", "agar"),
                    ("demi untuk", "demi"),
                ],
                openings: ["Nah, ", "Dengar, ", "Begini, "]
            ),
        ]

        /// What follows `have` where it is no auxiliary.
        static let afterFullHave: Set<String> = [
            "to", "a", "an", "the", "no", "my", "your", "his", "her", "its", "our", "their", "some", "any", "this",
            "that",
            "one", "two", "three", "many", "much", "nothing", "something", "everything", "it", "you", "him", "them",
        ]

        /// English words that are not said twice for want of breath.
        static let doubledOnPurpose: Set<String> = [
            "zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty",
            "thirty",
            "hundred", "thousand", "well", "there", "now", "is", "was", "had", "that", "ha", "knock", "bye", "so",
            "very",
        ]

        static let contractions: [String: String] = [
            "i am": "I'm", "you are": "you're", "he is": "he's", "she is": "she's", "it is": "it's", "we are": "we're",
            "they are": "they're", "i will": "I'll", "you will": "you'll", "he will": "he'll", "she will": "she'll",
            "we will": "we'll", "they will": "they'll", "i have": "I've", "you have": "you've", "we have": "we've",
            "they have": "they've", "do not": "don't", "does not": "doesn't", "did not": "didn't", "is not": "isn't",
            "are not": "aren't", "was not": "wasn't", "were not": "weren't", "cannot be": "can't be",
            "will not": "won't", "would not": "wouldn't", "could not": "couldn't", "should not": "shouldn't",
            "have not": "haven't", "has not": "hasn't", "had not": "hadn't", "can not": "can't", "that is": "that's",
            "what is": "what's", "who is": "who's", "there is": "there's", "let us": "let's",
            "where is": "where's", "here is": "here's", "how is": "how's", "it will": "it'll", "that will": "that'll",
            "i would": "I'd", "you would": "you'd", "he would": "he'd", "she would": "she'd", "we would": "we'd",
            "they would": "they'd", "must not": "mustn't", "who will": "who'll",
        ]
    }
}
