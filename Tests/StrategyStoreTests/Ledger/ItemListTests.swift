import StrategyModel
import Testing
import TextSearch

@testable import StrategyStore

@Suite("Lists of items")
struct ItemListTests {
  private func page(_ query: ItemQuery, _ span: ItemSpan = ItemSpan(count: 50)) throws -> ItemPage {
    let pillars = [("p2", 2, "データ"), ("p1", 1, "市民サービス")].map { id, order, name in
      RecordChange.put(
        .pillar(
          Pillar(id: id, strategy: "s", order: order, name: name, englishName: "Pillar \(id)", source: Source(nil))))
    }
    let changes =
      pillars + [
        item("a", "窓口") {
          $0.pillar = "p2"
          $0.phase = .verifying
          $0.kpis = [
            KPI(
              id: "a-1", name: "件数", baseline: 0, baselineDate: .day(civil("2018-04-01")),
              targets: [Target(id: "t", due: .day(civil("2020-04-01")), value: 100)])
          ]
        },
        item("b", "アプリ") {
          $0.reading = "あぷり"
          $0.pillar = "p1"
          $0.start = .year(2019)
        },
        item("c", "髙速網") {
          $0.department = "ICT戦略室"
          $0.derivedPhase = DerivedPhase(.operating, asOf: nil, basis: "", source: Source(nil))
        },
        .put(.measurement(Measurement(id: "m", item: "a", kpi: "a-1", date: .year(2019), value: 70))),
        .put(.review(Review(id: "r", item: "c", date: civil("2019-05-01")))),
      ]
    let (_, reader) = try Ledger.inMemory(revisions: [draft("2020-05-01", changes)])
    guard case .items(let page) = try reader.answer(Question(.items(query, span), today: today)).content else {
      throw StoreError.invalid("no items")
    }
    return page
  }

  @Test(
    "A filter finds items by their own fields and by what belongs to them",
    arguments: [
      ("", "abc"), ("窓口", "a"), ("アプリ|窓口", "ab"), ("-アプリ", "ac"), ("高速", "c"), ("ﾃﾞｰﾀ", "a"), ("-データ", "bc"),
      ("柱:市民", "b"), ("pillar:p2", "a"), ("pillar:なし", "c"), ("phase:検証中", "a"), ("phase:未記載", "b"),
      ("is:推定", "c"), ("kpi:<80", "a"), ("kpi:overdue", ""), ("kpi:behind", "a"), ("kpi:達成", ""), ("due:<2020-05", "a"),
      ("due:なし", "bc"),
      ("dept:ict", "c"), ("review:overdue", "c"), ("review:none", "ab"), ("has:kpi", "a"), ("has:確認", "c"),
      ("fy:2018", "b"), ("changed:r1..", "abc"), ("id:b", "b"), ("'; DROP TABLE version; --", ""), ("%", ""), ("_", ""),
    ])
  func filters(filter: String, found: String) throws {
    let page = try page(ItemQuery(filter: filter))
    #expect(page.rows.map(\.id).joined() == found)
    #expect(page.total == found.count && page.unfiltered == 3)
  }

  @Test(
    "Latin words are readings where they stand nowhere as they are",
    arguments: [
      ("apuri", "b", true, 0), ("~apuri", "b", false, 0), ("apuri phase:検証中", "", true, 0), ("de-ta", "a", true, 0),
      ("-apuri", "abc", false, 0), ("ict", "c", false, 0), ("a", "ab", false, 0), ("abc", "", false, 0),
    ])
  func readings(filter: String, found: String, isByReading: Bool, more: Int) throws {
    let page = try page(ItemQuery(filter: filter))
    #expect(page.rows.map(\.id).joined() == found)
    #expect(page.isByReading == isByReading && page.moreByReading == more)
  }

  @Test("Where the letters stand, readings are only counted; a dictionary finds kanji")
  func offered() throws {
    let changes = [item("1", "AI相談"), item("2", "あいさつ"), item("3", "愛の鐘"), item("4", "窓口")]
    let (_, reader) = try Ledger.inMemory(revisions: [draft("2020-05-01", changes)])
    func page(_ filter: String) throws -> (ids: String, more: Int) {
      let page = try whole(filter)
      return (page.rows.map(\.id).joined(), page.moreByReading)
    }
    func whole(_ filter: String) throws -> ItemPage {
      let answer = try reader.answer(Question(.items(ItemQuery(filter: filter), ItemSpan(count: 9)), today: today))
      guard case .items(let page) = answer.content else { throw StoreError.invalid("no items") }
      return page
    }
    #expect(try page("ai") == ("1", 1))
    #expect(try page("~ai") == ("12", 0))
    #expect(try page("madoguchi") == ("", 0))
    reader.use(MigemoDictionary(Array("あい\t愛\nまどぐち\t窓口\n".utf8)))
    // From three letters on only: else a dictionary would find nearly everything.
    #expect(try page("ai") == ("1", 1))
    #expect(try page("madoguchi") == ("4", 0) && page("madog") == ("4", 0))
    #expect(try whole("madoguchi").hitWords == ["窓口"] && whole("~ai").hitWords == [])
  }

  @Test("A wrong filter says what would be right")
  func wrongFilter() throws {
    let error = storeError { try page(ItemQuery(filter: "phase:中断")) }
    #expect(error?.exitCode == 64)
    #expect(error?.message.contains("フェーズ") == true)
  }

  @Test("What has no value comes last in either direction")
  func sorting() throws {
    #expect(try page(ItemQuery(sort: .title)).rows.map(\.id) == ["b", "a", "c"])
    #expect(try page(ItemQuery(sort: .attainment)).rows.map(\.id) == ["a", "b", "c"])
    #expect(try page(ItemQuery(sort: .reviewed, isDescending: true)).rows.map(\.id) == ["c", "a", "b"])
    #expect(try page(ItemQuery(sort: .pillar, isDescending: true)).rows.map(\.id) == ["a", "b", "c"])
    #expect(try page(ItemQuery(sort: .natural, isDescending: true)).rows.map(\.id) == ["c", "b", "a"])
  }

  @Test("Groups stand in the order of their own rank, what has none last")
  func grouping() throws {
    let page = try page(ItemQuery(grouping: .pillar))
    #expect(page.rows.map(\.id) == ["b", "a", "c"])
    #expect(page.groups == [("市民サービス", 0), ("データ", 1), ("未記載", 2)].map { ItemGroup(label: $0, start: $1, count: 1) })
    #expect(page.phases[.verifying] == 1 && page.phases[.operating] == 1 && page.phases[nil] == 1)
  }

  @Test("A window holds the item that it is anchored to, and never leaves the list")
  func windows() throws {
    let anchored = try page(ItemQuery(), ItemSpan(.item("c"), count: 1))
    #expect(anchored.rows.map(\.id) == ["c"] && anchored.start == 2 && anchored.anchorPosition == 2)
    let missing = try page(ItemQuery(filter: "窓口"), ItemSpan(.item("c"), count: 5))
    #expect(missing.rows.map(\.id) == ["a"] && missing.anchorPosition == nil)
    #expect(try page(ItemQuery(), ItemSpan(.position(9), count: 2)).rows.map(\.id) == ["b", "c"])
    #expect(try page(ItemQuery(), ItemSpan(.position(-4), count: 0)).rows.isEmpty)
  }

  @Test("A row reads its KPI from the latest measurement")
  func reading() throws {
    let row = try #require(try page(ItemQuery()).rows.first)
    #expect(row.kpi?.attainment == 0.7 && row.kpi?.measuredOn == .year(2019))
    #expect(row.nextDue == .day(civil("2020-04-01")) && row.pillarName == "データ")
  }
}

@Suite("Where the store is")
struct StoreLocationTests {
  @Test("An option comes before the environment, and that before the default")
  func order() {
    let environment = ["HONBU_STORE": "/b", "XDG_DATA_HOME": "/x", "HOME": "/h"]
    #expect(
      StoreLocation.resolve(option: "/a", environment: environment) == StoreLocation(path: "/a", isDefault: false))
    #expect(StoreLocation.resolve(option: nil, environment: environment) == StoreLocation(path: "/b", isDefault: false))
    #expect(
      StoreLocation.resolve(option: nil, environment: ["XDG_DATA_HOME": "/x", "HOME": "/h"])
        == StoreLocation(path: "/x/honbu/honbu.sqlite", isDefault: true))
    #expect(
      StoreLocation.resolve(option: nil, environment: ["XDG_DATA_HOME": "x", "HOME": "/h"])
        == StoreLocation(path: "/h/.local/share/honbu/honbu.sqlite", isDefault: true))
  }
}
