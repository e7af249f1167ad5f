import FoundationEssentials
import Glibc

/// Standard output, kept apart from what libraries print.
struct Answers {
    private let descriptor: Int32

    init() {
        descriptor = dup(STDOUT_FILENO)
        dup2(STDERR_FILENO, STDOUT_FILENO)
        // A caller that went away is noticed by the write.
        signal(SIGPIPE, SIG_IGN)
    }

    func send(_ answer: some Encodable) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard var line = try? encoder.encode(answer) else {
            Descriptor.standardError("caravan-speech: an answer cannot be written as JSON\n")
            exit(1)
        }
        line.append(0x0A)
        guard Descriptor.write(Array(line), to: descriptor) else { exit(1) }
    }
}

/// The first line out.
struct Ready: Encodable {
    var ready: String
    var rate: Int?
    var speakers: Int?
}
