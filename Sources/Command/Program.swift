internal import ArgumentParser
internal import Engines
internal import Formats
internal import Storage
internal import Studio
internal import Workflows

/// The program as a function of its arguments, with the exit codes that the documentation promises.
package enum Program {
    /// Every unit is done.
    package static let success: Int32 = 0
    /// Some units are not, or the work failed.
    package static let incomplete: Int32 = 1
    /// Wrong use: arguments, settings, files that are not there.
    package static let wrongUse: Int32 = 2
    /// A needed tool is missing.
    package static let missingTool: Int32 = 3
    /// Stopped with Ctrl-C (128 + SIGINT).
    package static let stopped: Int32 = 130

    /// Parses, runs, reports errors on standard error, and gives the exit code.
    package static func run(_ arguments: [String]) async -> Int32 {
        do {
            var command = try CaravanCommand.parseAsRoot(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            return success
        } catch let code as ExitCode {
            return code.rawValue
        } catch is CancellationError {
            return stopped
        } catch {
            return report(error)
        }
    }

    private static func report(_ error: any Error) -> Int32 {
        switch error {
        case let error as WorkflowError:
            complain(error.message)
            switch error.code {
            case .wrongUse, .file, .settings: return wrongUse
            case .missingTool: return missingTool
            case .busy, .engine: return incomplete
            }
        case let error as EngineError:
            complain(error.message)
            return error.code == .missingTool ? missingTool : error.code == .badSettings ? wrongUse : incomplete
        case let error as FormatError:
            complain(error.message)
            return wrongUse
        case let error as StudioError:
            complain(error.message)
            switch error.code {
            case .missingTool: return missingTool
            case .badMedia: return wrongUse
            case .failed: return incomplete
            case .cancelled: return stopped
            }
        case let error as StoreError:
            complain(error.message)
            return incomplete
        default:
            // Help and version are errors to the argument parser, too.
            let message = CaravanCommand.fullMessage(for: error)
            if CaravanCommand.exitCode(for: error) == .success {
                Stream.output.write("\(message)\n")
                return success
            }
            Stream.error.write("\(message)\n")
            return wrongUse
        }
    }

    private static func complain(_ message: String) { Stream.error.write("caravan: \(Console.clean(message))\n") }
}

/// The root command.
struct CaravanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "caravan",
        abstract: "Carries Chinese stories to the world: translates novels, keeps every name, loses no edit.",
        discussion: """
            Example, offline, with the embedded engine:
              caravan localize Examples/novel --to en

            Exit codes: 0 every unit is done; 1 some are not; 2 wrong use; 3 a needed tool is missing; 130 stopped.
            Completions: caravan --generate-completion-script bash|zsh|fish
            """,
        version: "caravan 0.1.0",
        subcommands: [
            LocalizeCommand.self, DubCommand.self, UpdateCommand.self, StatusCommand.self, CheckCommand.self,
            ExportCommand.self, EnginesCommand.self, FormatsCommand.self, InitCommand.self, TermsCommand.self,
            MemoryCommand.self, VoicesCommand.self,
        ]
    )
}
