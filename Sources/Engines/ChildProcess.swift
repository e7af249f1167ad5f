import Glibc
import Synchronization

/// A program that lives no longer than this one.
///
/// Its standard input is a socket whose other end is held here alone and nowhere else (SOCK_CLOEXEC): the child sees its end
/// when this process goes, however that goes. A thread of its own starts the child and stays until the child has ended,
/// because the kernel's parent-death signal is sent when the starting thread ends, not when the process does.
final class ChildProcess: Sendable {
    private let path: String
    private let arguments: [String]
    private let state = Mutex(State())

    private struct State {
        var pid: pid_t = 0
        /// Our end of the child's standard input; -1 when closed.
        var input: Int32 = -1
        var output = LineBuffer()
        var errors = LineBuffer()
        var lastWords: [String] = []
        var firstLine: String?
        var isEnded = false
        var waiters: [CheckedContinuation<Void, Never>] = []
        var lineWaiters: [CheckedContinuation<Void, Never>] = []
    }

    /// Starts a program.
    /// - Parameters:
    ///   - path: absolute.
    ///   - arguments: without the name of the program.
    init(_ path: String, _ arguments: [String]) {
        self.path = path
        self.arguments = arguments
        var thread = pthread_t()
        let box = Unmanaged.passRetained(self)
        let result = pthread_create(
            &thread,
            nil,
            { box in
                guard let box else { return nil }
                Unmanaged<ChildProcess>.fromOpaque(box).takeRetainedValue().run()
                return nil
            },
            box.toOpaque()
        )
        if result == 0 {
            pthread_detach(thread)
        } else {
            box.release()
            end(["No thread could be started (\(result))."])
        }
    }

    /// 0 before it is started.
    var pid: Int32 { state.withLock { $0.pid } }
    var isEnded: Bool { state.withLock { $0.isEnded } }
    /// The last lines of its standard error, twelve at most.
    var lastWords: [String] { state.withLock { $0.lastWords } }

    /// The first line of its standard output; nil when it ended without one.
    func firstLine() async -> String? {
        await withCheckedContinuation { continuation in
            let isKnown = state.withLock { state in
                if state.firstLine != nil || state.isEnded { return true }
                state.lineWaiters.append(continuation)
                return false
            }
            if isKnown { continuation.resume() }
        }
        return state.withLock { $0.firstLine }
    }

    /// Ends the child, and returns when it has ended.
    func stop() async {
        await withCheckedContinuation { continuation in
            let isEnded = state.withLock { state in
                if state.isEnded { return true }
                state.waiters.append(continuation)
                closeInput(&state)
                // Not yet reaped, so the number is still its own.
                if state.pid > 0 { kill(state.pid, SIGKILL) }
                return false
            }
            if isEnded { continuation.resume() }
        }
    }

    private func run() {
        guard let (output, errors) = spawn() else { return }
        read(output, errors)
        close(output)
        close(errors)
        let pid = pid
        var info = siginfo_t()
        // The child stays a zombie until its number is forgotten here, so that nobody else's process is ever killed.
        while waitid(P_PID, id_t(pid), &info, WEXITED | WNOWAIT) == -1, errno == EINTR {}
        state.withLock { state in
            state.pid = 0
            closeInput(&state)
            if let rest = state.errors.rest() { note(rest, &state) }
        }
        var status: Int32 = 0
        while waitpid(pid, &status, 0) == -1, errno == EINTR {}
        end([])
    }

    private func spawn() -> (output: Int32, errors: Int32)? {
        // Sockets, because they can be made closed to other children at once; Glibc's pipe2 is not visible to Swift.
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        var pipes: [[Int32]] = []
        for _ in 0..<3 {
            var ends: [Int32] = [-1, -1]
            guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
                for descriptor in pipes.joined() { close(descriptor) }
                end(["No pipe could be made (\(errno))."])
                return nil
            }
            pipes.append(ends)
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, pipes[0][0], 0)
        posix_spawn_file_actions_adddup2(&actions, pipes[1][1], 1)
        posix_spawn_file_actions_adddup2(&actions, pipes[2][1], 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // A group of its own: Ctrl-C is for this process, which still has batches in flight. And its own signals.
        posix_spawnattr_setpgroup(&attributes, 0)
        var signals = sigset_t()
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        posix_spawnattr_setflags(
            &attributes,
            Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK)
        )
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
        defer { for word in words { free(word) } }
        words.append(nil)
        var pid: pid_t = 0
        let result = posix_spawn(&pid, path, &actions, &attributes, words, environ)
        for end in [pipes[0][0], pipes[1][1], pipes[2][1]] { close(end) }
        guard result == 0 else {
            for end in [pipes[0][1], pipes[1][0], pipes[2][0]] { close(end) }
            end(["\(path) could not be started: \(String(cString: strerror(result)))."])
            return nil
        }
        state.withLock { state in
            state.pid = pid
            state.input = pipes[0][1]
            // `stop` came before the start.
            if !state.waiters.isEmpty {
                closeInput(&state)
                kill(pid, SIGKILL)
            }
        }
        return (pipes[1][0], pipes[2][0])
    }

    /// Reads both streams until both have ended.
    private func read(_ output: Int32, _ errors: Int32) {
        var polls = [output, errors].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        var bytes = [UInt8](repeating: 0, count: 4096)
        while polls.contains(where: { $0.fd >= 0 }) {
            guard poll(&polls, nfds_t(polls.count), -1) >= 0 || errno == EINTR else { return }
            for index in polls.indices where polls[index].fd >= 0 && polls[index].revents != 0 {
                let count = Glibc.read(polls[index].fd, &bytes, bytes.count)
                if count > 0 {
                    take(bytes[..<count], isError: index == 1)
                } else if count == 0 || errno != EINTR {
                    polls[index].fd = -1
                }
            }
        }
    }

    private func take(_ bytes: ArraySlice<UInt8>, isError: Bool) {
        let resumed = state.withLock { state -> [CheckedContinuation<Void, Never>] in
            if isError {
                for line in state.errors.lines(bytes) { note(line, &state) }
                return []
            }
            guard state.firstLine == nil, let line = state.output.lines(bytes).first else { return [] }
            state.firstLine = line
            defer { state.lineWaiters = [] }
            return state.lineWaiters
        }
        for continuation in resumed { continuation.resume() }
    }

    private func note(_ line: String, _ state: inout State) {
        state.lastWords.append(line)
        if state.lastWords.count > 12 { state.lastWords.removeFirst() }
    }

    private func end(_ words: [String]) {
        let resumed = state.withLock { state in
            state.isEnded = true
            state.lastWords += words
            defer {
                state.waiters = []
                state.lineWaiters = []
            }
            return state.waiters + state.lineWaiters
        }
        for continuation in resumed { continuation.resume() }
    }

    private func closeInput(_ state: inout State) {
        if state.input >= 0 { close(state.input) }
        state.input = -1
    }
}

/// Bytes into lines.
private struct LineBuffer {
    private var bytes: [UInt8] = []

    mutating func lines(_ more: some Collection<UInt8>) -> [String] {
        bytes += more
        var lines: [String] = []
        while let end = bytes.firstIndex(of: 0x0A) {
            lines.append(String(decoding: bytes[..<end], as: UTF8.self))
            bytes.removeFirst(end + 1)
        }
        return lines
    }

    mutating func rest() -> String? {
        defer { bytes = [] }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }
}
