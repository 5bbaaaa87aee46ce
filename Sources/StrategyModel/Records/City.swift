/// The city whose headquarters the store belongs to.
public struct City: Hashable, Codable, Sendable {
  public var id: String
  /// 大阪市.
  public var name: String
  /// The name of the headquarters: 大阪市ICT戦略本部.
  public var headquarters: String
  /// The title of the fact collection or page that the store was built from.
  public var title: String
  /// The aim in a sentence or two, our own wording (要約).
  public var aim: String?
  /// A fictional city is marked as such on every screen (架空の見本).
  public var isFictional: Bool
  public var note: String?
  public var source: Source

  public init(
    id: String, name: String, headquarters: String, title: String, aim: String? = nil, isFictional: Bool = false,
    note: String? = nil, source: Source
  ) {
    self.id = id
    self.name = name
    self.headquarters = headquarters
    self.title = title
    self.aim = aim
    self.isFictional = isFictional
    self.note = note
    self.source = source
  }
}

/// 問合せ先: the office that answers for the page.
public struct Contact: Hashable, Codable, Sendable {
  public var id: String
  public var office: String
  public var postalCode: String?
  public var address: String?
  public var telephone: String?
  public var fax: String?
  public var page: String?
  public var pageUpdated: CivilDate?
  public var source: Source

  public init(
    id: String, office: String, postalCode: String? = nil, address: String? = nil, telephone: String? = nil,
    fax: String? = nil, page: String? = nil, pageUpdated: CivilDate? = nil, source: Source
  ) {
    self.id = id
    self.office = office
    self.postalCode = postalCode
    self.address = address
    self.telephone = telephone
    self.fax = fax
    self.page = page
    self.pageUpdated = pageUpdated
    self.source = source
  }
}
