import NIOCore
import NIOHTTP1
import Text

/// Answers the requests of one connection, one after the other.
final class FakeHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let log: FakeLog
    private var head: HTTPRequestHead?
    private var body: [UInt8] = []
    private var isOpen = false
    /// The next request on this connection is closed instead of answered.
    private var isLetGo = false

    init(_ log: FakeLog) { self.log = log }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            self.head = head
            body = []
        case .body(let part): body.append(contentsOf: part.readableBytesView)
        case .end: answer(context)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        close()
        context.fireChannelInactive()
    }

    private func answer(_ context: ChannelHandlerContext) {
        guard let head, !isLetGo else {
            context.close(promise: nil)
            return
        }
        let path = String(head.uri.prefix { $0 != "?" })
        var headers: [String: String] = [:]
        for header in head.headers { headers[header.name.lowercased()] = header.value }
        let (request, isTooMany) = log.open(method: "\(head.method)", path: path, headers: headers, body: body)
        isOpen = request.style != .other
        guard isOpen else {
            send(context, Self.plain(request), to: request)
            return
        }
        if isTooMany {
            send(context, FakeFault.rateLimit.response(to: request), to: request)
            return
        }
        let response = log.script(request)
        let latency = log.latency + response.latency
        if latency > 0 {
            after(latency, context) { $0.send($1, response, to: request) }
        } else {
            send(context, response, to: request)
        }
    }

    private static func plain(_ request: FakeRequest) -> FakeResponse {
        var response = FakeResponse()
        switch request.path {
        case "/health": response.raw = #"{"status":"ok"}"#
        case "/v1/models": response.raw = #"{"object":"list","data":[{"id":"fake-small"},{"id":"fake-large"}]}"#
        default: return .error(404, "No such route: \(request.path)")
        }
        return response
    }

    private func send(_ context: ChannelHandlerContext, _ response: FakeResponse, to request: FakeRequest) {
        if response.delivery == .silence { return }
        let streams = request.wantsStream && response.content != nil && !response.ignoresStream
        var headers = HTTPHeaders(response.headers.map { ($0.key, $0.value) })
        headers.add(name: "Content-Type", value: streams ? "text/event-stream" : response.contentType)
        if let bytes = response.bytes, response.delivery == .whole {
            send(context, bytes, response, &headers)
            return
        }
        let pieces = FakeBody.pieces(of: response, to: request, streams: streams)
        if !streams { headers.add(name: "Content-Length", value: String(pieces.reduce(0) { $0 + $1.utf8.count })) }
        let status = HTTPResponseStatus(statusCode: response.status)
        context.write(
            wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: status, headers: headers))),
            promise: nil
        )
        switch response.delivery {
        case .cut:
            let kept = pieces.count > 1 ? pieces[..<(pieces.count / 2)].joined() : String(pieces.joined().prefix(20))
            write(context, kept)
            context.flush()
            close()
            context.close(promise: nil)
        case .drip(_, let seconds): drip(context, pieces[...], seconds)
        case .whole, .silence:
            write(context, pieces.joined())
            end(context)
            isLetGo = response.closesAfterwards
        }
    }

    private func send(
        _ context: ChannelHandlerContext,
        _ bytes: [UInt8],
        _ response: FakeResponse,
        _ headers: inout HTTPHeaders
    ) {
        headers.add(name: "Content-Length", value: String(bytes.count))
        let status = HTTPResponseStatus(statusCode: response.status)
        let head = HTTPResponseHead(version: .http1_1, status: status, headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: bytes)))), promise: nil)
        end(context)
    }

    private func drip(_ context: ChannelHandlerContext, _ pieces: ArraySlice<String>, _ seconds: Double) {
        guard let piece = pieces.first else {
            end(context)
            return
        }
        write(context, piece)
        context.flush()
        after(seconds, context) { $0.drip($1, pieces.dropFirst(), seconds) }
    }

    private func write(_ context: ChannelHandlerContext, _ text: String) {
        context.write(wrapOutboundOut(.body(.byteBuffer(context.channel.allocator.buffer(string: text)))), promise: nil)
    }

    private func end(_ context: ChannelHandlerContext) {
        close()
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }

    private func close() {
        if isOpen { log.close() }
        isOpen = false
    }

    private func after(
        _ seconds: Double,
        _ context: ChannelHandlerContext,
        _ body: @escaping (FakeHandler, ChannelHandlerContext) -> Void
    ) {
        context.eventLoop.assumeIsolated().scheduleTask(in: .nanoseconds(Int64(seconds * 1e9))) {
            guard context.channel.isActive else { return }
            body(self, context)
        }
    }
}
