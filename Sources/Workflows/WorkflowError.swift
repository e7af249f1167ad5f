/// Why a command could not do its work.
package struct WorkflowError: Error, Sendable, CustomStringConvertible {
    package var code: Code
    /// What is wrong, where, and what to do about it.
    package var message: String
    package var cause: (any Error)?

    package init(_ code: Code, _ message: String, cause: (any Error)? = nil) {
        self.code = code
        self.message = message
        self.cause = cause
    }

    package enum Code: String, Sendable {
        /// The command was given something that it cannot take.
        case wrongUse
        /// A file is not there, or cannot be read or written.
        case file
        case settings
        /// Another run works on the project.
        case busy
        /// A needed tool is missing.
        case missingTool
        /// The engine cannot go on.
        case engine
    }

    package var description: String { message }
}
