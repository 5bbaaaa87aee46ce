import StrategyModel

/// What a presentation reads, and what it makes of it.
extension AppState {
  /// The meeting, and the items of the slide that is shown and of its neighbours: turning back leads to the last page of the
  /// slide before, and nobody waits for the next.
  var presentationQuestions: [SlotID: Question] {
    guard let presentation, let meeting = presentation.meeting else { return [:] }
    var questions: [SlotID: Question] = [
      .presented: Question(
        .dossier(RecordKey(.meeting, meeting)), revision: presentation.revision, today: settings.today)
    ]
    let near = presentation.slide - 1...presentation.slide + 1
    for (number, slide) in slides.enumerated() where near.contains(number) {
      guard let item = slide.item else { continue }
      questions[.presentedItem(number)] = Question(
        .dossier(RecordKey(.item, item.id)), revision: moment(of: item)?.revision, today: settings.today)
    }
    return questions
  }

  /// The meeting with its items, once it has been read.
  var presentedMeeting: Dossier? {
    guard case .dossier(let dossier)? = slots[.presented]?.answer?.content,
      dossier?.record.key.id == presentation?.meeting
    else { return nil }
    return dossier
  }

  /// Empty until the meeting is known.
  var slides: [Slide] {
    guard let dossier = presentedMeeting, case .meeting(let meeting) = dossier.record else { return [] }
    return Slide.all(of: meeting, dossier.items)
  }

  /// As of when an item is shown.
  func moment(of item: ItemRow) -> ItemMoment? { presentedMeeting?.itemMoments[item.id] }

  /// All that is known of the item of a slide, once it has been read.
  func dossier(onSlide number: Int) -> Dossier? {
    let slides = slides
    guard slides.indices.contains(number), let item = slides[number].item,
      case .dossier(let dossier?)? = slots[.presentedItem(number)]?.answer?.content,
      dossier.record.key == RecordKey(.item, item.id)
    else { return nil }
    return dossier
  }
}

extension SlotID {
  static let presented = SlotID.other("presented")

  static func presentedItem(_ slide: Int) -> SlotID { .other("presented item \(slide)") }
}
