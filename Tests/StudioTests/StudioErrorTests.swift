import Studio
import Testing

struct StudioErrorTests {
    @Test func saysItsMessage() {
        #expect("\(StudioError(.missingTool, "ffmpeg is missing."))" == "ffmpeg is missing.")
    }
}
