package import Text

/// A translation into a language that nobody asked for.
package struct WrongLanguage: Check {
    package static let code = "wrong-language"
    package static let asserts = "The translation is in the language of its locale."
    package static let locales =
        "by its small words and by which letters follow each other, among \(FunctionWords.lists.keys.sorted().joined(separator: ", ")); others by their script"
    package static let examples: [CheckExample] = [
        .fails("他走进屋里，把剑放在桌上。", "Entró en la casa y dejó la espada sobre la mesa."),
        .fails("他走进屋里，把剑放在桌上。", "He went into the house and put the sword on the table.", to: "es"),
        .fails("他走进屋里，把剑放在桌上。", "He went into the house and put the sword on the table.", to: "ru"),
        .fails("他走进屋里，把剑放在桌上。", "Він зайшов у дім і поклав меч на стіл, як це було до того.", to: "ru"),
        .fails("雨下了一整夜，街道都被淹了。", "Hujan turun sepanjang malam dan semua jalan terendam air.", to: "en"),
        .fails("老人说不出话来。", "el anciano no podía decir nada en ese momento.", to: "fr"),
        .passes("他走进屋里，把剑放在桌上。", "He went into the house and put the sword on the table."),
        .passes("他走进屋里，把剑放在桌上。", "Dia masuk ke rumah dan meletakkan pedang itu di atas meja.", to: "ms"),
        .passes("他说：“C’est la vie.”", "He said, “C’est la vie.”"),
    ]

    package init?(_ context: CheckContext) {}

    package func findings(in text: PairText) -> [Finding] {
        // What stands in the source, too, is kept and not translated.
        guard text.source.traits.contains(.han) || text.source.scalars != text.target.scalars else {
            return []
        }
        let reading = text.language
        if let other = reading.other {
            let target = text.context.target
            return [
                text.finding(
                    Self.code,
                    .error,
                    "The translation seems to be in “\(other)”, not in “\(target)”: translate it again."
                )
            ]
        }
        guard reading.isWrongScript else { return [] }
        return [
            text.finding(
                Self.code,
                .error,
                "The translation is not written in the script of “\(text.context.target)”: translate it again."
            )
        ]
    }
}
