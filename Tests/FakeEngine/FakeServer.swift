import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// An OpenAI-compatible endpoint on loopback that translates into made-up words and misbehaves on request.
///
/// Routes: `/v1/chat/completions`, `/v1/completions`, `/v1/audio/speech`, `/v1/audio/transcriptions`, `/v1/models`, `/health`.
package final class FakeServer: Sendable {
    /// How to answer; called on an event loop, once for each request for a completion.
    package typealias Script = @Sendable (FakeRequest) -> FakeResponse

    private let channel: any Channel
    private let log: FakeLog

    /// Starts a server on 127.0.0.1.
    /// - Parameters:
    ///   - port: 0 for a free one.
    ///   - latency: seconds before each answer.
    ///   - maxInFlight: requests above this are answered with 429 and `Retry-After: 1`.
    package static func start(
        port: Int = 0,
        latency: Double = 0,
        maxInFlight: Int = .max,
        keepsRequests: Bool = true,
        script: @escaping Script = FakeResponse.translation
    ) async throws -> FakeServer {
        let log = FakeLog(latency: latency, limit: maxInFlight, keeps: keepsRequests, script: script)
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .serverChannelOption(.backlog, value: 1024)
            .childChannelOption(.socketOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(FakeHandler(log))
                }
            }
            .bind(host: "127.0.0.1", port: port).get()
        return FakeServer(channel: channel, log: log)
    }

    /// Starts a server, hands it out, and stops it also when the body throws.
    package static func with<Result>(
        latency: Double = 0,
        maxInFlight: Int = .max,
        script: @escaping Script = FakeResponse.translation,
        _ body: (FakeServer) async throws -> Result
    ) async throws -> Result {
        let server = try await start(latency: latency, maxInFlight: maxInFlight, script: script)
        do {
            let result = try await body(server)
            try await server.stop()
            return result
        } catch {
            try? await server.stop()
            throw error
        }
    }

    /// A script that answers the first requests with a fault and all others well.
    package static func faulty(_ fault: FakeFault, first count: Int = .max) -> Script {
        { request in request.number <= count ? fault.response(to: request) : .translation(of: request) }
    }

    private init(channel: any Channel, log: FakeLog) {
        self.channel = channel
        self.log = log
    }

    package var port: Int { channel.localAddress?.port ?? 0 }
    /// `http://127.0.0.1:PORT/v1`
    package var url: String { "http://127.0.0.1:\(port)/v1" }
    /// The requests so far, those of `/health` and `/v1/models` too.
    package var requests: [FakeRequest] { log.requests }
    /// The most requests that were open at once.
    package var maxInFlight: Int { log.maxInFlight }

    package func stop() async throws { try await channel.close() }
}

/// What the handlers of all connections share.
final class FakeLog: Sendable {
    let latency: Double
    let script: FakeServer.Script
    private let limit: Int
    private let keeps: Bool
    private let start = NIODeadline.now()
    private let state = Mutex(State())

    private struct State {
        var requests: [FakeRequest] = []
        var number = 0
        var open = 0
        var maxInFlight = 0
    }

    init(latency: Double, limit: Int, keeps: Bool, script: @escaping FakeServer.Script) {
        self.latency = latency
        self.limit = limit
        self.keeps = keeps
        self.script = script
    }

    var requests: [FakeRequest] { state.withLock { $0.requests } }
    var maxInFlight: Int { state.withLock { $0.maxInFlight } }

    /// Notes a request, and whether it is one too many.
    func open(method: String, path: String, headers: [String: String], body: [UInt8]) -> (FakeRequest, isTooMany: Bool)
    {
        let isAsk = FakeRequest.style(of: path) != .other
        let (number, open) = state.withLock { state in
            if isAsk {
                state.number += 1
                state.open += 1
                state.maxInFlight = max(state.maxInFlight, state.open)
            }
            return (isAsk ? state.number : 0, state.open)
        }
        let request = FakeRequest(
            number: number,
            method: method,
            path: path,
            headers: headers,
            body: body,
            time: Double((NIODeadline.now() - start).nanoseconds) / 1e9,
            open: open
        )
        if keeps { state.withLock { $0.requests.append(request) } }
        return (request, open > limit)
    }

    func close() { state.withLock { $0.open -= 1 } }
}
