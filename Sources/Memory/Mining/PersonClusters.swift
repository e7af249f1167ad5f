import Text

/// Puts the forms of one person together: 林动, 林师弟, 小林子; 贾宝玉, 宝玉, 宝二爷.
///
/// Forms belong together when their characters say so and they stand near one another: of the places of the rarer form,
/// most have the other within `reach` characters. Where two people could be meant, nothing is joined.
struct PersonClusters {
    /// Characters before and after a place within which another form counts as near; about a page.
    static let reach: Int32 = 800

    let text: MiningText
    let candidates: [Candidate]
    private var parent: [Int]
    private let child: UInt16

    /// - Parameter candidates: people, with their places.
    init(_ candidates: [Candidate], text: MiningText, sets: CharacterSets) {
        self.text = text
        self.candidates = candidates
        parent = Array(candidates.indices)
        child = sets.ids("儿")?.first ?? 0
        let aloneTitles = Set(Self.aloneTitles.split(separator: " ").compactMap { sets.ids(String($0)) })
        let families = Set(["姐", "哥", "妹", "弟", "儿", "子", "爷", "叔", "姨"].compactMap { sets.ids($0)?.first })
        joinGivenNames()
        joinDiminutives()
        joinCalls(sets: sets, families: families)
        joinAddresses(aloneTitles)
    }

    /// Indexes of the forms of each person.
    var groups: [[Int]] {
        var groups: [Int: [Int]] = [:]
        for index in candidates.indices { groups[root(index), default: []].append(index) }
        return groups.values.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
    }

    /// Titles that make a person of their own: 王夫人 is neither 王熙凤 nor 王仁.
    private static let aloneTitles = "夫人 太太 奶奶 嬷嬷 妈妈 氏 婆婆 姥姥 妃 贵妃 姨娘 姨妈 大娘 国公 家的 老太太 老爷 妈 大妈 王爷 侯爷 皇后"

    private func surname(_ index: Int) -> ArraySlice<UInt16>? {
        let form = candidates[index]
        guard form.use == .name, form.surname > 0, (1...2).contains(form.length - form.surname) else { return nil }
        return form.ids.prefix(form.surname)
    }

    /// 宝玉 and 贾宝玉.
    private mutating func joinGivenNames() {
        for (index, form) in candidates.enumerated() where form.use == .name && form.length == 2 {
            let whole = candidates.indices.filter { other in
                guard let surname = surname(other) else { return false }
                return candidates[other].length == surname.count + 2 && candidates[other].ids.suffix(2) == form.ids[...]
            }
            join(index, to: whole, atLeast: 0)
        }
    }

    /// 金钏 and 金钏儿.
    private mutating func joinDiminutives() {
        for (index, form) in candidates.enumerated() where form.length > 2 && form.ids.last == child {
            join(index, to: candidates.indices.filter { candidates[$0].ids == form.ids.dropLast() }, atLeast: 0)
        }
    }

    /// 阿雪 and 庄听雪, 小林子 and 林动, 凤姐 and 王熙凤.
    private mutating func joinCalls(sets: CharacterSets, families: Set<UInt16>) {
        for (index, form) in candidates.enumerated() where form.use == .name && (2...3).contains(form.length) {
            var core = form.ids[...]
            if sets.call[Int(core[0])] > 0 { core = core.dropFirst() }
            if let last = core.last, core.count > 1, families.contains(last) { core = core.dropLast() }
            guard core.count < form.length, core.count == 1, let key = core.first else { continue }
            let others = candidates.indices.filter { other in
                guard other != index, let surname = surname(other) else { return false }
                let given = candidates[other].ids.dropFirst(surname.count)
                let isSurname = surname.count == 1 && surname.first == key && form.length == 3
                return candidates[other].length > 2 && given.contains(key) || given.last == key || isSurname
            }
            join(index, to: others, atLeast: 0.3)
        }
    }

    /// 林师弟 and 林动, 宝二爷 and 宝玉.
    private mutating func joinAddresses(_ alone: Set<[UInt16]>) {
        for (index, form) in candidates.enumerated() where form.use == .address {
            if alone.contains(Array(form.ids.suffix(form.suffix))), form.surname > 0 { continue }
            let name = form.ids.dropLast(form.suffix)
            let others = candidates.indices.filter { other in
                guard other != index, candidates[other].use == .name else { return false }
                if let surname = surname(other), surname == name { return true }
                let given = candidates[other].ids.dropFirst(surname(other)?.count ?? 0)
                return form.surname == 0 && given.count == 2 && given.contains(name[name.startIndex])
            }
            join(index, to: others, atLeast: 0.35)
        }
    }

    /// Joins a form to the one of the others that it stands near, if there is but one.
    private mutating func join(_ index: Int, to others: [Int], atLeast share: Float) {
        var near: [(root: Int, share: Float)] = []
        for other in others where other != index {
            let group = root(other)
            guard group != root(index), !contradicts(index, group), !near.contains(where: { $0.root == group }) else {
                continue
            }
            near.append((group, nearness(index, group)))
        }
        near.sort {
            $0.share != $1.share
                ? $0.share > $1.share : candidates[$0.root].places.count > candidates[$1.root].places.count
        }
        guard let best = near.first, best.share >= share else { return }
        if near.count > 1, near[1].share > best.share * 0.7, best.share > 0 { return }
        let own = root(index)
        if own != best.root { parent[own] = best.root }
    }

    /// Whether titles make one a woman and the other a man.
    private func contradicts(_ index: Int, _ group: Int) -> Bool {
        guard let gender = candidates[index].gender else { return false }
        return candidates.indices.contains { other in
            root(other) == group && candidates[other].gender != nil && candidates[other].gender != gender
        }
    }

    /// The share of places with the other near, less what chance would give: of those of the rarer form, or of an address.
    private func nearness(_ index: Int, _ group: Int) -> Float {
        var few = candidates[index].places
        var many = candidates.indices.filter { root($0) == group }.flatMap { candidates[$0].places }.sorted()
        if few.count > many.count, candidates[index].use != .address { swap(&few, &many) }
        guard !few.isEmpty else { return 0 }
        var found: Float = 0
        var from = 0
        for place in few {
            while from < many.count, many[from] < place - Self.reach { from += 1 }
            if from < many.count, many[from] <= place + Self.reach { found += 1 }
        }
        var covered: Int32 = 0
        var end: Int32 = 0
        for place in many {
            covered += place + Self.reach - max(end, place - Self.reach)
            end = place + Self.reach
        }
        let chance = min(0.9, Float(covered) / Float(max(1, text.ids.count)))
        return max(0, (found / Float(few.count) - chance) / (1 - chance))
    }

    private func root(_ index: Int) -> Int {
        var index = index
        while parent[index] != index { index = parent[index] }
        return index
    }
}
