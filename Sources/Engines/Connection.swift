import AsyncHTTPClient
import Glibc
import NIOCore
import NIOHTTP1
import Synchronization
import Text

/// Sends requests to one endpoint and reads what comes back.
struct Connection: Sendable {
    let endpoint: Endpoint
    let key: Secret?
    let model: String?
    /// Seconds without a byte after which a request is given up.
    let timeout: Double
    let timing: Timing
    let service: Service
    private let client: HTTPClient

    init(
        endpoint: Endpoint,
        key: Secret?,
        model: String?,
        timeout: Double,
        timing: Timing,
        service: Service = .text
    ) throws(EngineError) {
        if let key, !key.value.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) {
            throw EngineError(
                .badSettings,
                "\(service.keyVariable) holds spaces or characters that no key has: set it again."
            )
        }
        self.endpoint = endpoint
        self.key = key
        self.model = model
        self.timeout = timeout
        self.timing = timing
        self.service = service
        client = Self.client(timeout: timeout)
    }

    /// Asks for a completion.
    /// - Parameter limit: bytes of content after which the model is taken to run away and the answer is cut.
    func post(_ route: String, body: String, limit: Int) async throws(Failure) -> Reply {
        var request = HTTPClientRequest(url: endpoint.url(route))
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/json")
        request.headers.add(name: "Accept", value: "text/event-stream, application/json")
        request.body = .bytes(ByteBuffer(string: body))
        let response = try await execute(request)
        let type = response.headers.first(name: "Content-Type") ?? ""
        var reply = Reply()
        do {
            if type.contains("event-stream") {
                try await Self.read(response.body, into: &reply, limit: limit)
            } else {
                let bytes = try await response.body.collect(upTo: 16 << 20)
                Self.read(bytes, into: &reply)
            }
        } catch {
            // What comes after the end does not matter.
            guard reply.isDone, !Task.isCancelled else { throw failure(error, usage: reply.usage) }
        }
        try check(reply)
        return reply
    }

    /// Sends a body of any kind and takes the answer whole.
    /// - Parameter limit: bytes of an answer that are too many.
    func post(
        _ route: String,
        type: String,
        body: [UInt8],
        accept: String,
        limit: Int
    ) async throws(Failure) -> (type: String, bytes: [UInt8]) {
        var request = HTTPClientRequest(url: endpoint.url(route))
        request.method = .POST
        request.headers.add(name: "Content-Type", value: type)
        request.headers.add(name: "Accept", value: accept)
        request.body = .bytes(ByteBuffer(bytes: body))
        let response = try await execute(request)
        do {
            let buffer = try await response.body.collect(upTo: limit)
            return (response.headers.first(name: "Content-Type")?.lowercased() ?? "", Array(buffer.readableBytesView))
        } catch is NIOTooManyBytesError {
            let words = "\(endpoint.host) sent more than \(limit >> 20) MB as an answer."
            throw Failure(error: EngineError(.badAnswer, words), mayPass: false)
        } catch {
            throw failure(error)
        }
    }

    /// Asks for something that is not streamed.
    func get(url: String) async throws(Failure) -> JSONValue {
        let response = try await execute(HTTPClientRequest(url: url))
        do {
            let bytes = try await response.body.collect(upTo: 16 << 20)
            if let json = bytes.withUnsafeReadableBytes({ JSONReader.read($0.assumingMemoryBound(to: UInt8.self)) }) {
                return json
            }
        } catch {
            throw failure(error)
        }
        throw Failure(
            error: EngineError(.badAnswer, "\(endpoint.host) answered \(url) with no JSON."),
            mayPass: false
        )
    }

    private func execute(_ request: HTTPClientRequest) async throws(Failure) -> HTTPClientResponse {
        var request = request
        if let key { request.headers.add(name: "Authorization", value: "Bearer " + key.value) }
        let response: HTTPClientResponse
        do {
            response = try await client.execute(request, deadline: .distantFuture)
        } catch {
            var failure = failure(error)
            let code = (error as? IOError)?.errnoCode
            failure.isStale =
                error as? HTTPClientError == .remoteConnectionClosed || error is ChannelError
                || code == ECONNRESET || code == EPIPE
            throw failure
        }
        guard response.status.code != 200 else { return response }
        let bytes = try? await response.body.collect(upTo: 1 << 20)
        throw refusal(response, bytes.map { String(buffer: $0) } ?? "")
    }

    private static func read(_ body: HTTPClientResponse.Body, into reply: inout Reply, limit: Int) async throws {
        var events = EventStream()
        for try await piece in body {
            piece.withUnsafeReadableBytes { events.feed($0) { reply.take(event: $0) } }
            if reply.failure != nil { break }
            if reply.content.utf8.count > limit, ChatAnswer.isRunaway(reply.content, limit: limit) {
                reply.finish = "length"
                break
            }
        }
        events.finish { reply.take(event: $0) }
    }

    /// A body that came in one piece: JSON, or a stream under the wrong name.
    private static func read(_ bytes: ByteBuffer, into reply: inout Reply) {
        bytes.withUnsafeReadableBytes { bytes in
            if let json = JSONReader.read(bytes.assumingMemoryBound(to: UInt8.self)) {
                reply.take(json)
                if reply.finish == nil { reply.finish = "stop" }
            } else {
                var events = EventStream()
                events.feed(bytes) { reply.take(event: $0) }
                events.finish { reply.take(event: $0) }
            }
        }
    }

    private func check(_ reply: Reply) throws(Failure) {
        if let (status, said) = reply.failure {
            let isStatus = (400..<600).contains(status)
            throw refusal(isStatus ? status : 500, said, retryAfter: nil, usage: reply.usage)
        }
        if reply.finish == "content_filter" {
            let error = EngineError(.filtered, "The content filter of \(endpoint.host) refused the text.")
            throw Failure(error: error, mayPass: false, usage: reply.usage)
        }
        if reply.finish == nil, !reply.isDone, !ChatAnswer.looksComplete(reply.content) {
            let error = EngineError(.unreachable, "\(endpoint.host) ended the answer in the middle.")
            throw Failure(error: error, mayPass: true, usage: reply.usage)
        }
    }

    private func refusal(_ response: HTTPClientResponse, _ body: String) -> Failure {
        var body = body
        let json = body.withUTF8 { JSONReader.read($0) }
        var said = json.flatMap(Reply.message) ?? body
        if let place = response.headers.first(name: "Location") { said = place }
        let wait = RetryAfter.seconds(
            milliseconds: response.headers.first(name: "retry-after-ms"),
            value: response.headers.first(name: "Retry-After"),
            unixTime: timing.unixTime()
        )
        return refusal(Int(response.status.code), said, retryAfter: wait, usage: nil)
    }

    private func refusal(_ status: Int, _ words: String, retryAfter: Double?, usage: Usage?) -> Failure {
        let said = redacted(words)
        return Failure(
            error: .status(status, from: endpoint.host, said: said, hasKey: key != nil, model: model, service: service),
            status: status,
            said: said,
            mayPass: [408, 409, 425].contains(status) || (status == 429 && !EngineError.isQuota(said)) || status >= 500,
            retryAfter: retryAfter,
            usage: usage
        )
    }

    private func failure(_ error: any Error, usage: Usage? = nil) -> Failure {
        if error is CancellationError || error as? HTTPClientError == .cancelled || Task.isCancelled {
            return Failure(error: EngineError(.cancelled, "Cancelled."), mayPass: false, usage: usage)
        }
        switch error as? HTTPClientError {
        case .readTimeout, .writeTimeout, .deadlineExceeded:
            let words =
                "\(endpoint.host) sent nothing for \(Int(timeout)) s: raise the engine's timeout or lower --parallel."
            return Failure(error: EngineError(.timeout, words, cause: error), mayPass: true, usage: usage)
        case .remoteConnectionClosed:
            let words = "\(endpoint.host) closed the connection in the middle of an answer."
            return Failure(error: EngineError(.unreachable, words, cause: error), mayPass: true, usage: usage)
        default:
            // The system's own words for what a socket said: "Connection refused".
            let said = (error as? IOError).map { String(cString: strerror($0.errnoCode)) } ?? "\(error)"
            let words = EngineError.clean(redacted(said))
            let message = "No connection to \(endpoint.host): \(words). Check the address, and that the engine runs."
            // Where nobody listens, waiting does not help; the run goes on when it is started again.
            let mayPass = (error as? IOError)?.errnoCode != ECONNREFUSED
            return Failure(error: EngineError(.unreachable, message, cause: error), mayPass: mayPass, usage: usage)
        }
    }

    /// Words without the key, should the endpoint have repeated it.
    func redacted(_ words: String) -> String {
        guard let key, !key.value.isEmpty else { return words }
        return words.split(separator: key.value, omittingEmptySubsequences: false).joined(separator: key.description)
    }

    /// One client a timeout for the whole process, never shut down: it lives as long as the process does.
    private static func client(timeout: Double) -> HTTPClient {
        clients.withLock { clients in
            let milliseconds = Int64(max(0.001, min(timeout, 86_400)) * 1000)
            if let client = clients[milliseconds] { return client }
            var configuration = HTTPClient.Configuration(
                redirectConfiguration: .disallow,
                timeout: .init(connect: .seconds(10), read: .milliseconds(milliseconds))
            )
            configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 1024
            configuration.connectionPool.retryConnectionEstablishment = false
            let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
            clients[milliseconds] = client
            return client
        }
    }

    private static let clients = Mutex<[Int64: HTTPClient]>([:])
}
