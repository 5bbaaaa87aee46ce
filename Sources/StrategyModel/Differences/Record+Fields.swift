extension Record {
  /// Every value of the record but its id, in the order in which it is shown.
  var fields: [RecordField] {
    var list = FieldList()
    switch self {
    case .city(let value): value.list(&list)
    case .contact(let value): value.list(&list)
    case .principle(let value): value.list(&list)
    case .strategy(let value): value.list(&list)
    case .plan(let value): value.list(&list)
    case .planRevision(let value): value.list(&list)
    case .pillar(let value): value.list(&list)
    case .body(let value): value.list(&list)
    case .item(let value): value.list(&list)
    case .measurement(let value): value.list(&list)
    case .review(let value): value.list(&list)
    case .meeting(let value): value.list(&list)
    case .update(let value): value.list(&list)
    case .document(let value): value.list(&list)
    case .term(let value): value.list(&list)
    case .figure(let value): value.list(&list)
    case .contradiction(let value): value.list(&list)
    }
    list.source(source)
    return list.fields
  }
}

extension City {
  func list(_ list: inout FieldList) {
    list.text("name", name)
    list.text("headquarters", headquarters)
    list.text("title", title)
    list.text("aim", aim)
    list.flag("isFictional", isFictional)
    list.text("note", note)
  }
}

extension Contact {
  func list(_ list: inout FieldList) {
    list.text("office", office)
    list.text("postalCode", postalCode)
    list.text("address", address)
    list.text("telephone", telephone)
    list.text("fax", fax)
    list.text("page", page)
    list.date("pageUpdated", pageUpdated)
  }
}

extension Principle {
  func list(_ list: inout FieldList) {
    list.text("text", text)
    list.add("role", .role(role))
    list.record("framework", framework)
    list.add("order", .number(Double(order), unit: nil, isApproximate: false))
    list.flag("isSummary", isSummary)
    list.text("note", note)
  }
}

extension Measurement {
  func list(_ list: inout FieldList) {
    list.record("item", item)
    list.text("kpi", kpi)
    list.date("date", date)
    list.add("value", .number(value, unit: nil, isApproximate: false))
    list.text("note", note)
  }
}

extension Review {
  func list(_ list: inout FieldList) {
    list.record("item", item)
    list.date("date", date)
    list.text("reviewer", reviewer)
    list.text("note", note)
  }
}

extension Meeting {
  func list(_ list: inout FieldList) {
    list.text("title", title)
    list.date("date", date)
    list.record("body", body)
    list.add("number", number.map { .number(Double($0), unit: nil, isApproximate: false) })
    list.text("note", note)
    for entry in agenda { Self.add("agenda", entry.title, entry.items, entry.source, &list) }
    for entry in decisions { Self.add("decisions", entry.text, entry.items, entry.source, &list) }
    for entry in documents { Self.add("documents", entry.title, [], entry.source, &list) }
    list.texts("attendees", attendees)
    list.records("items", items)
    list.text("minutes", minutes)
  }

  private static func add(
    _ name: String, _ text: String, _ items: [String], _ source: Source, _ list: inout FieldList
  ) {
    let path = [name, text]
    list.text(name, text, at: path)
    list.records("items", items, of: [.text(text)], at: path)
    list.source(source, of: [.text(text)], at: path)
  }
}

extension UpdateEntry {
  func list(_ list: inout FieldList) {
    list.text("title", title)
    list.date("date", date)
    list.add("action", .action(action))
    list.add("list", .list(self.list))
    list.add("order", .number(Double(order), unit: nil, isApproximate: false))
    list.text("note", note)
    list.records("related", related)
    list.confidence("relatedConfidence", relatedConfidence)
  }
}

extension Document {
  func list(_ list: inout FieldList) {
    list.text("title", title)
    list.text("kind", kind)
    list.date("date", date)
    list.date("posted", posted)
    list.date("revised", revised)
    list.text("availability", availability)
    list.text("note", note)
    list.records("related", related)
    list.confidence("relatedConfidence", relatedConfidence)
  }
}

extension Term {
  func list(_ list: inout FieldList) {
    list.text("term", term)
    list.text("reading", reading)
    list.text("expansion", expansion)
    list.text("meaning", meaning)
  }
}

extension Figure {
  func list(_ list: inout FieldList) {
    list.text("name", name)
    list.add("value", .number(value, unit: unit, isApproximate: isApproximate))
    list.add("whole", whole.map { .number($0, unit: unit, isApproximate: isApproximate) })
    list.date("asOf", asOf)
    list.text("note", note)
  }
}

extension Contradiction {
  func list(_ list: inout FieldList) {
    list.text("text", text)
    list.records("related", related)
    list.text("note", note)
  }
}
