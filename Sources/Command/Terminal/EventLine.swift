internal import Storage
internal import Text
internal import Workflows

/// An event as a JSON line: `{"event": "progress", …}`.
struct EventLine: Encodable {
    var event: String
    var done: Int?
    var total: Int?
    var failed: Int?
    var elapsed: Double?
    var remaining: Double?
    var file: String?
    var path: String?
    var message: String?
    var documents: Int?
    var changedDocuments: Int?
    var new: Int?
    var changed: Int?
    var unchanged: Int?
    var gone: Int?
    var cost: Cost?
    var finding: Finding?

    init(_ event: Workflows.Event) {
        switch event {
        case .reading(let done, let total, let file):
            self.event = "reading"
            self.done = done
            self.total = total
            self.file = file
        case .imported(let documents, let changedDocuments, let change):
            self.event = "imported"
            self.documents = documents
            self.changedDocuments = changedDocuments
            new = change.new
            changed = change.changed
            unchanged = change.unchanged
            gone = change.gone
        case .finding(let finding):
            self.event = "finding"
            self.finding = finding
        case .estimate(let cost):
            self.event = "estimate"
            self.cost = cost
        case .note(let message):
            self.event = "note"
            self.message = message
        case .progress(let progress):
            self.event = "progress"
            done = progress.done
            total = progress.total
            failed = progress.failed
            elapsed = progress.elapsed
            remaining = progress.remaining
            cost = progress.cost
        case .stage(let name, let done, let total):
            self.event = "stage"
            message = name
            self.done = done
            self.total = total
        case .wrote(let path):
            self.event = "wrote"
            self.path = path
        }
    }
}
