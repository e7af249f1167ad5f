/// Words of Thai, which is written without spaces between them: the commonest ones, found by the way through a text that
/// leaves the fewest characters over.
///
/// Between them a line may end; in a stretch that the table does not know, only between clusters of characters, and
/// reluctantly, since a word may be cut.
enum ThaiWords {
    /// How bad a break before each character is; none where it would part a cluster.
    struct Cuts {
        private var penalties: [Int: Int] = [:]

        init() {}

        func penalty(at index: Int) -> Int? { penalties[index] }

        fileprivate mutating func set(_ penalty: Int, at index: Int) { penalties[index] = penalty }
    }

    static func cuts(_ scalars: [Unicode.Scalar], _ classes: [ScriptClass]) -> Cuts {
        var cuts = Cuts()
        var index = 0
        while index < scalars.count {
            guard classes[index] == .thai else {
                index += 1
                continue
            }
            var end = index
            while end < scalars.count, classes[end] == .thai || classes[end] == .mark { end += 1 }
            cut(scalars, index..<end, into: &cuts)
            index = end
        }
        return cuts
    }

    /// Finds the cheapest way through a run of Thai by words and clusters.
    private static func cut(_ scalars: [Unicode.Scalar], _ run: Range<Int>, into cuts: inout Cuts) {
        let count = run.count
        let start = run.lowerBound
        var isBoundary = [Bool](repeating: false, count: count + 1)
        for offset in 1..<max(count, 1) {
            isBoundary[offset] = isClusterBoundary(scalars, start + offset, run.upperBound)
        }
        isBoundary[0] = true
        isBoundary[count] = true
        var cost = [Int](repeating: .max, count: count + 1)
        /// Where the piece that ends here begins, and the word that it is; −1 for none.
        var piece = [(from: Int, word: Int)](repeating: (0, -1), count: count + 1)
        cost[0] = 0
        for offset in 0..<count where isBoundary[offset] && cost[offset] < .max {
            var next = offset + 1
            while !isBoundary[next] { next += 1 }
            if cost[offset] + 10 * (next - offset) < cost[next] {
                cost[next] = cost[offset] + 10 * (next - offset)
                piece[next] = (offset, -1)
            }
            for index in byFirst[scalars[start + offset]] ?? [] {
                let word = words[index].scalars
                guard offset + word.count <= count, isBoundary[offset + word.count],
                    cost[offset] + 3 < cost[offset + word.count],
                    scalars[(start + offset)..<(start + offset + word.count)].elementsEqual(word)
                else { continue }
                cost[offset + word.count] = cost[offset] + 3
                piece[offset + word.count] = (offset, index)
            }
        }
        // From the end: each piece with what follows it.
        var end = count
        var follower: Int?
        while end > 0 {
            let (from, word) = piece[end]
            if end < count, let follower { cuts.set(penalty(word, follower), at: start + end) }
            follower = word
            end = from
        }
    }

    private static func penalty(_ left: Int, _ right: Int) -> Int {
        let before = left >= 0 ? words[left].role : .unknown
        let after = right >= 0 ? words[right].role : .unknown
        if before == .unknown, after == .unknown { return 90 }
        if after == .particle { return 60 }
        if before == .leader { return 55 }
        if after == .connective { return before == .unknown ? 14 : 9 }
        if before == .particle { return after == .unknown ? 12 : 8 }
        return before == .unknown || after == .unknown ? 28 : 20
    }

    /// Whether no mark, vowel or final consonant ties two characters together (Thai character clusters).
    private static func isClusterBoundary(_ scalars: [Unicode.Scalar], _ index: Int, _ end: Int) -> Bool {
        let (left, right) = (scalars[index - 1].value, scalars[index].value)
        switch right {
        case 0x0E30...0x0E3A, 0x0E45, 0x0E47...0x0E4E: return false
        default: break
        }
        // Leading vowels hold their consonant; three vowels ask for one more.
        if (0x0E40...0x0E44).contains(left) || left == 0x0E31 || left == 0x0E37 || left == 0x0E47 { return false }
        // A tone mark between such a vowel and the consonant that closes it.
        if (0x0E48...0x0E4B).contains(left), index >= 2, [0x0E31, 0x0E37].contains(scalars[index - 2].value) {
            return false
        }
        // A silenced consonant belongs to what stands before it.
        for ahead in [index + 1, index + 2] where ahead < end && scalars[ahead].value == 0x0E4C {
            return !(index + 1..<ahead).allSatisfy { (0x0E30...0x0E3A).contains(scalars[$0].value) }
        }
        return true
    }

    private enum Role {
        case plain, connective, particle, leader, unknown
    }

    private struct Word {
        var scalars: [Unicode.Scalar]
        var role: Role
    }

    private static let words: [Word] = {
        let lists: [(Role, String)] = [
            (.connective, connectives), (.particle, particles), (.leader, leaders), (.plain, plain),
        ]
        var seen: Set<Substring> = []
        return lists.flatMap { role, text in
            text.split(whereSeparator: \.isWhitespace).filter { seen.insert($0).inserted }.map {
                Word(scalars: Array($0.unicodeScalars), role: role)
            }
        }
    }()

    private static let byFirst: [Unicode.Scalar: [Int]] = {
        var table: [Unicode.Scalar: [Int]] = [:]
        for (index, word) in words.enumerated() {
            if let first = word.scalars.first { table[first, default: []].append(index) }
        }
        return table
    }()

    /// Conjunctions and prepositions.
    private static let connectives = """
        และ หรือ แต่ เพราะ เพราะว่า ถ้า หาก เมื่อ ว่า ที่ ซึ่ง อัน จน จนกว่า เพื่อ แม้ แม้ว่า ก็ แล้วก็ ดังนั้น งั้น เพราะฉะนั้น ขณะที่ ตั้งแต่ จาก ถึง กับ
        ของ ใน บน ใต้ ด้วย โดย สำหรับ ระหว่าง หลังจาก ก่อน ต่อ ตาม ทั้ง
        """
    /// What ends a clause or belongs to the word before.
    private static let particles = """
        ครับ ค่ะ คะ นะ นะคะ นะครับ สิ ซิ เลย จ้ะ จ๊ะ จ้า หรอก ล่ะ แหละ เถอะ ด้วยซ้ำ เหรอ หรือเปล่า ไหม มั้ย แล้ว อยู่ ไว้ นี้ นั้น โน้น นั่น นี่ เอง กัน
        เท่านั้น เจ้าค่ะ พ่ะย่ะค่ะ เพคะ
        """
    /// What belongs to the word after: negations, auxiliaries, words that count or make nouns.
    private static let leaders = """
        ไม่ จะ ได้ กำลัง เคย ยัง ต้อง ควร อาจ คง น่า ให้ ถูก การ ความ ผู้ นัก คน ตัว เป็น คือ มี ไม่ได้ ไม่มี ไม่ใช่ อย่า ทุก หลาย สอง สาม หนึ่ง คุณ ท่าน นาย นาง
        พี่ น้อง
        """
    private static let plain = """
        ฉัน ผม ดิฉัน ข้า เจ้า เธอ เขา เรา มัน พวกเรา พวกเขา พวกเจ้า พวกคุณ ใคร อะไร ไหน ที่ไหน เมื่อไหร่ ทำไม อย่างไร ยังไง เท่าไหร่ กี่ ไป มา ทำ พูด บอก
        ถาม ตอบ คิด รู้ รู้จัก รู้สึก เห็น ดู มอง ฟัง ได้ยิน กิน ดื่ม นอน นั่ง ยืน เดิน วิ่ง ขึ้น ลง เข้า ออก กลับ กลับมา กลับไป เอา ใช้ รัก ชอบ เกลียด กลัว อยาก
        หวัง ขอ ขอโทษ ขอบคุณ ช่วย รอ หา เจอ พบ ตาย ฆ่า เกิด อยู่ที่ มาจาก เริ่ม จบ หยุด เปิด ปิด ซื้อ ขาย จ่าย เชื่อ เข้าใจ จำ ลืม เรียน สอน เขียน อ่าน
        บ้าน ห้อง ประตู เมือง โลก ประเทศ ถนน รถ เรือ โรงเรียน โรงพยาบาล บริษัท งาน เงิน เวลา วัน วันนี้ พรุ่งนี้ เมื่อวาน คืน คืนนี้ เช้า เย็น ปี เดือน ชั่วโมง
        นาที ตอนนี้ ตอนนั้น ครั้ง ครั้งนี้ ครั้งแรก เรื่อง ปัญหา ชีวิต หัวใจ ใจ มือ หน้า ตา หัว เลือด เสียง ชื่อ คำ พ่อ แม่ ลูก ลูกชาย ลูกสาว ภรรยา สามี เพื่อน
        ศัตรู หมอ ครู อาจารย์ ศิษย์ เด็ก ผู้ชาย ผู้หญิง ผู้หญิงคนนี้ คนนี้ คนนั้น พี่ชาย พี่สาว น้องชาย น้องสาว ปู่ ย่า ตา ยาย เจ้านาย ประธาน ฮ่องเต้ องค์ชาย
        องค์หญิง แม่ทัพ คุณหนู คุณชาย สำนัก กระบี่ ดาบ พลัง ยา ดี เลว ใหญ่ เล็ก ใหม่ เก่า มาก น้อย เร็ว ช้า จริง จริงๆ แน่นอน เหมือน เหมือนกัน เดียว
        เดียวกัน อื่น ต่าง ทั้งหมด ทุกคน ทุกอย่าง บาง บางคน บางที คนเดียว ตัวเอง ด้วยกัน เสมอ ตลอด ตลอดไป อีก อีกครั้ง แค่ เพียง เกือบ ค่อย ต้องการ
        สามารถ พอ เกินไป ที่สุด สุดท้าย แรก หลัง ข้าง ข้างใน ข้างนอก นอก กลาง บน ล่าง ซ้าย ขวา ตรง ที่นี่ ที่นั่น ตรงนี้ ตรงนั้น อย่างนี้ อย่างนั้น แบบนี้
        แบบนั้น ถึงแม้ ไม่เคย ไม่รู้ ไม่เป็นไร ไม่ต้อง อย่าง สิ่ง สิ่งนี้ สามปี แต่งงาน หย่า ท้อง โทรศัพท์ สัญญา หลักฐาน ความจริง ความลับ ความรัก โอกาส
        ตัดสินใจ เลือก วางแผน โกหก หลอก ทรยศ แก้แค้น ปกป้อง ยอม ยอมรับ เสียใจ ดีใจ โกรธ ร้องไห้ หัวเราะ ยิ้ม
        """
}
