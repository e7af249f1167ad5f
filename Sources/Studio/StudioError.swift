/// Why a program of the studio did not do its work.
package struct StudioError: Error, Sendable, CustomStringConvertible {
    package var code: Code
    /// What is wrong and what to do about it.
    package var message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package enum Code: String, Sendable {
        /// A program or a model is not installed.
        case missingTool
        /// The file is no film or recording, or is broken.
        case badMedia
        /// The program ended with an error.
        case failed
        case cancelled
    }

    package var description: String { message }
}
