import StrategyModel

/// A document whose own kind, in the city's words, has another name: `kind` tells the kind of record.
struct DocumentEntry: Encodable {
  var id: String
  var title: String
  var type: String
  var date: PartialDate?
  var posted: CivilDate?
  var revised: PartialDate?
  var related: [String]
  var relatedConfidence: Confidence
  var availability: String?
  var note: String?
  var source: Source

  init(_ document: Document) {
    id = document.id
    title = document.title
    type = document.kind
    date = document.date
    posted = document.posted
    revised = document.revised
    related = document.related
    relatedConfidence = document.relatedConfidence
    availability = document.availability
    note = document.note
    source = document.source
  }
}
