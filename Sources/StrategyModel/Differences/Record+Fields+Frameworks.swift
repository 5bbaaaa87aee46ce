extension Strategy {
  func list(_ list: inout FieldList) {
    list.text("title", title)
    list.text("edition", edition)
    list.date("adopted", adopted)
    list.source(adoptedSource, at: ["adoptedSource"], "sourceOfAdoption")
    list.text("adoptedNote", adoptedNote)
    list.add("status", .status(status))
    list.record("supersededBy", supersededBy)
    list.texts("chapters", chapters)
    list.facts("facts", facts)
    list.text("note", note)
  }
}

extension Plan {
  func list(_ list: inout FieldList) {
    list.text("title", title)
    list.text("edition", edition)
    list.record("strategy", strategy)
    list.date("adopted", adopted)
    list.source(adoptedSource, at: ["adoptedSource"], "sourceOfAdoption")
    list.text("adoptedNote", adoptedNote)
    list.add("status", .status(status))
    list.add("firstYear", firstYear.map(FieldValue.year))
    list.add("lastYear", lastYear.map(FieldValue.year))
    list.facts("facts", facts)
    list.text("note", note)
  }
}

extension PlanRevision {
  func list(_ list: inout FieldList) {
    list.record("plan", plan)
    list.date("date", date)
    list.date("otherDate", otherDate)
    list.text("dateNote", dateNote)
    list.texts("points", points)
    list.facts("knownChanges", knownChanges)
  }
}

extension Pillar {
  func list(_ list: inout FieldList) {
    list.text("name", name)
    list.text("englishName", englishName)
    list.text("theme", theme)
    list.record("strategy", strategy)
    list.add("order", .number(Double(order), unit: nil, isApproximate: false))
    list.text("note", note)
  }
}

extension MeetingBody {
  func list(_ list: inout FieldList) {
    list.text("name", name)
    list.date("established", established)
    list.date("abolished", abolished)
    list.confidence("abolishedConfidence", abolishedConfidence)
    list.text("chair", chair)
    list.record("successor", successor)
    list.record("basis", basis)
    list.add("meetingCount", meetingCount.map { .number(Double($0), unit: nil, isApproximate: false) })
    list.facts("facts", facts)
    list.text("note", note)
  }
}
