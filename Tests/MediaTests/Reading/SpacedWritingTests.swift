import Media
import Testing

struct SpacedWritingTests {
    @Test(arguments: [
        ("签约仪式 二 十 八楼", "签约仪式 二十八楼"), ("云 海 国 际 酒 店", "云海国际酒店"), ("欢迎 光临", "欢迎 光临"),
        ("A 座 3 层", "A 座 3 层"), ("", ""),
    ])
    func closesWhatIsSpacedByCharacters(text: String, closed: String) {
        #expect(SpacedWriting.closed(text) == closed)
    }
}
