import FakeEngine
import Glibc

// fake-engine [--port 0] [--latency-ms 0] [--max-in-flight N] [--behaviour NAME]: prints its URL and runs until killed.
let words = CommandLine.arguments
func option(_ name: String) -> String? { words.firstIndex(of: "--" + name).flatMap { words.dropFirst($0 + 1).first } }
let fault = option("behaviour").flatMap(FakeFault.init)
if option("behaviour") != nil, fault == nil {
    fatalError("Behaviours are: " + FakeFault.allCases.map(\.rawValue).joined(separator: ", "))
}
let server = try await FakeServer.start(
    port: option("port").flatMap(Int.init) ?? 0,
    latency: (option("latency-ms").flatMap(Double.init) ?? 0) / 1000,
    maxInFlight: option("max-in-flight").flatMap(Int.init) ?? .max,
    keepsRequests: false,
    script: { fault?.response(to: $0) ?? .translation(of: $0) }
)
print(server.url)
fflush(nil)
while true { try await Task.sleep(for: .seconds(3600)) }
