/// Ids that follow from those of other records, as tables and forms give them.
enum DerivedID {
  /// The owner's id and what tells the part from its siblings, made at once: an interpolation grows piece by piece, at
  /// five times the cost.
  static func joined(_ owner: String, _ mark: StaticString, _ rest: String) -> String {
    var (owner, rest) = (owner, rest)
    return owner.withUTF8 { owner in
      rest.withUTF8 { rest in
        let restStart = owner.count + mark.utf8CodeUnitCount
        return String(unsafeUninitializedCapacity: restStart + rest.count) { room in
          _ = room.update(fromContentsOf: owner)
          let mark = UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount)
          _ = room[owner.count...].update(fromContentsOf: mark)
          _ = room[restStart...].update(fromContentsOf: rest)
          return restStart + rest.count
        }
      }
    }
  }
}

extension KPI {
  /// The id of an item's KPI that comes by a table.
  public static func id(_ number: Int, of item: ActionItem) -> String { DerivedID.joined(item.id, "/kpi", "\(number)") }
}

extension Target {
  /// The id of a KPI's target that comes by a table.
  public static func id(_ number: Int, of kpi: KPI) -> String { DerivedID.joined(kpi.id, "/target", "\(number)") }
}

extension Budget {
  /// The id of an item's budget that comes by a table.
  public static func id(of item: ActionItem, in year: FiscalYear) -> String {
    DerivedID.joined(item.id, "/budget", "\(year.year)")
  }
}

extension Measurement {
  /// The id of one that comes by a table or a form: by the KPI's id, since two KPIs of an item may have one name.
  public static func id(of kpi: KPI, in item: ActionItem, on date: PartialDate?) -> String {
    let owner = kpi.id.utf8.dropFirst(item.id.utf8.count)
    let isOwned = owner.first == UInt8(ascii: "/") && kpi.id.utf8.starts(with: item.id.utf8)
    return DerivedID.joined(isOwned ? kpi.id : DerivedID.joined(item.id, "/", kpi.id), "/", date?.code ?? "-")
  }
}

extension Review {
  /// The id of one that comes by a table or a form.
  public static func id(of item: ActionItem, on date: CivilDate) -> String { DerivedID.joined(item.id, "/", date.iso) }
}
