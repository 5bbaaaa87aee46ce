import StrategyModel

extension DifferenceView {
  /// The difference as tables, one for each pillar or kind; a page of it, if it is longer.
  var outline: [OutlinePart] {
    var parts: [OutlinePart] = difference.start == 0 ? summaryPart : []
    for group in difference.groups {
      if !group.isContinued { parts += [context.counted(name(of: group), group.count), .table(outlineColumns)] }
      for record in group.records { parts += rows(of: record) }
    }
    return difference.start + difference.shown == difference.found ? parts + originPart : parts
  }

  private var summaryPart: [OutlinePart] {
    var parts: [OutlinePart] = [.paragraph(OutlineText(endsText, .heading))]
    if let to = difference.to, isOneStep { parts.append(.paragraph(OutlineText(to.title))) }
    let changes = RevisionTouch.Change.all.filter { difference.count($0) > 0 }
      .map { "\(words.change($0)) \(words.count(difference.count($0)))" }
    if !changes.isEmpty { parts.append(.paragraph(OutlineText(changes.joined(separator: words.pick("、", ", "))))) }
    if !kindCounts.isEmpty {
      parts.append(.paragraph(OutlineText(kindCounts.joined(separator: words.pick("、", ", ")), .faint)))
    }
    guard difference.found == 0 else { return parts }
    let empty = words(difference.total == 0 ? .noDifference : .nothingMatches)
    return parts + [.paragraph(OutlineText(empty, .faint))]
  }

  private var outlineColumns: [OutlineColumn] {
    [
      OutlineColumn(words(.record)), OutlineColumn(words(.changedField), part: .field),
      OutlineColumn(words(.before), part: .before), OutlineColumn(words(.after), part: .after),
    ]
      + [OutlineColumn(words(.change), isDataOnly: true), OutlineColumn(words(.kind), isDataOnly: true)]
      + [OutlineColumn(words(.id), isDataOnly: true)]
  }

  private func rows(of record: RecordDifference) -> [OutlinePart] {
    let key = record.reference.key
    let change = words.change(record.change)
    // A sign that stands for the change is for the screen; it is told by its word.
    let title = OutlineText(words.labelled(change, ""), .label) + OutlineText(record.reference.title)
    let data = [change, words.recordKind(key.kind), key.id].map { OutlineCell($0) }
    func row(_ cells: [OutlineCell], of rows: Int) -> OutlinePart {
      let name = OutlineCell(title, datum: .text(record.reference.title), rows: rows)
      return .row([name] + cells + data, of: key)
    }
    guard !record.fields.isEmpty else { return [row([OutlineCell(""), OutlineCell(""), OutlineCell("")], of: 1)] }
    let writer = DifferenceWords(words, context.calendar, difference.names)
    return record.fields.enumerated().map { place, field in
      let (before, after) = ends(of: field, writer)
      return row([OutlineCell(writer.label(field)), before, after], of: place == 0 ? record.fields.count : 0)
    }
  }

  /// What it was and what it is; of a text, what went and what came stands out.
  private func ends(of field: FieldDifference, _ writer: DifferenceWords) -> (OutlineCell, OutlineCell) {
    switch (field.old, field.new) {
    case (nil, nil): return (OutlineCell(""), OutlineCell(words(.orderChanged)))
    case (.text(let old)?, .text(let new)?):
      var (before, after) = (OutlineText(), OutlineText())
      for piece in TextDifference.pieces(from: old, to: new) {
        if piece.kind != .added { before.append(piece.text, piece.kind == .same ? .text : .removed) }
        if piece.kind != .removed { after.append(piece.text, piece.kind == .same ? .text : .added) }
      }
      return (OutlineCell(before), OutlineCell(after))
    case (let old, let new):
      // What is added to a list had no value before that one would miss.
      let none = DifferenceWords.isListed(field.name) ? OutlineCell("") : context.unknownCell
      func cell(_ value: FieldValue, _ role: Role, spoken word: Word) -> OutlineCell {
        let text = writer.text(value)
        let isAlone = old == nil || new == nil
        return OutlineCell(
          OutlineText(text, role), datum: datum(value),
          spoken: isAlone && DifferenceWords.isListed(field.name) ? "\(words(word)) \(text)" : nil)
      }
      return (
        old.map { cell($0, .removed, spoken: .valueRemoved) } ?? none,
        new.map { cell($0, .added, spoken: .valueAdded) } ?? none
      )
    }
  }

  /// A sum of money, or a number without a unit that would be lost.
  private func datum(_ value: FieldValue) -> OutlineCell.Datum? {
    switch value {
    case .yen(let yen): .number(Double(yen))
    case .number(let number, unit: nil, isApproximate: false): .number(number)
    default: nil
    }
  }

  private var originPart: [OutlinePart] { writtenOrigin?.parts ?? [] }
}
