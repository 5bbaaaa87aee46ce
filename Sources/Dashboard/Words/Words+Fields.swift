extension Words {
  /// `議題1`, `Item 1`.
  func numbered(_ word: Word, _ number: Int) -> String { pick("\(self(word))\(number)", "\(self(word)) \(number)") }

  /// A field of the model, as people call it; a name that is not known is shown as it is.
  public func fieldName(_ name: String) -> String {
    guard let word = Words.fieldNames[name] else { return name }
    return self(word)
  }

  private static let fieldNames: [String: Word] = [
    "title": .title, "name": .title, "reading": .reading, "pillar": .pillar,
    "legacyPillar": .legacyPillar, "legacyPillarConfidence": .legacyPillar, "department": .department,
    "departmentRole": .department, "departmentSource": .department, "phase": .phase, "derivedPhase": .phase,
    "start": .start, "end": .end, "summary": .summary, "kpis": .kpi, "schedule": .schedule, "budgets": .budget,
    "events": .events, "note": .note, "source": .source, "status": .status, "supersededBy": .successor,
    "adopted": .adopted, "adoptedSource": .adopted, "adoptedNote": .adopted, "abolished": .abolished,
    "abolishedConfidence": .abolished, "successor": .successor, "chair": .chair, "facts": .note, "agenda": .agenda,
    "decisions": .decisions, "documents": .meetingDocuments, "attendees": .attendees, "items": .items,
    "minutes": .minutes, "date": .date, "otherDate": .otherDate, "related": .related, "value": .value,
    "framework": .framework, "planRelation": .planRelation, "order": .order, "theme": .theme,
    "englishName": .englishName, "meaning": .summary, "text": .summary, "revised": .revised, "posted": .posted,
    "availability": .availability, "established": .established, "meetingCount": .meetingCount, "points": .points,
    "knownChanges": .knownChanges, "chapters": .chapters, "firstYear": .period, "lastYear": .period,
    "reviewer": .reviewer, "reviews": .reviews, "measurements": .measured, "kind": .kind, "unit": .unit,
    "asOf": .asOfDate, "whole": .total, "id": .id, "baseline": .baseline, "targets": .target, "due": .due,
    "isApproximate": .approximate, "isSummary": .isOurs, "isSummaryOurs": .isOurs, "isFictional": .isFictional,
    "edition": .edition, "strategy": .strategy, "plan": .plan, "body": .body, "number": .number, "action": .action,
    "list": .list, "relatedConfidence": .related, "basis": .basis, "dateNote": .date, "role": .role, "term": .term,
    "expansion": .expansion, "office": .contact, "postalCode": .postalCode, "address": .address,
    "telephone": .telephone, "fax": .fax, "page": .page, "pageUpdated": .revised, "headquarters": .headquarters,
    "aim": .goals, "phaseBasis": .basisOfPhase, "phaseAsOf": .asOfPhase, "phaseSource": .sourceOfPhase,
    "sourceOfDepartment": .sourceOfDepartment, "sourceOfAdoption": .sourceOfAdoption, "item": .items, "kpi": .kpi,
  ]
}
