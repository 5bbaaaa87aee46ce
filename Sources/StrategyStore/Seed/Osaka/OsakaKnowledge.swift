import StrategyModel

/// From when a fact was known, where osaka-ict.json says so in words or in an address, not in a date of its own.
enum OsakaKnowledge {
  /// When a source came out. A target, schedule line or budget is not shown before the source that announced it; a
  /// contradiction is not shown before the source that contradicts.
  static let sources: [String: PartialDate] = [
    "http://ow.ly/3z7yVf": "2016-02-05",  // draft_published of fw_strategy_v1
    "http://www.sankei.com/west/news/170216/wst1702160078-n1.html": "2017-02-16",
    "https://blogs.partner.microsoft.com/mpn-japan/2020/09/23/city-of-osaka-government-azure-jp-japan/": "2020-09-23",
    "https://ict-enews.net/2015/02/18osaka-3": "2015-02-18",
    "https://slidesplayer.net/amp/16460504": "2018-05-24",  // doc_hq3_slides
    "https://sugiyamamikito.com/later/20170320": "2017-03-20",
    "https://sugiyamamikito.com/later/20171116/": "2017-11-16",
    "https://www.city.osaka.lg.jp/shiseikaikakushitsu/page/0000527304.html": "2021-02",  // ctr_11
    "https://www.komei-osaka.jp/blog/2023/11/048789.html": "2023-11",
    "https://www.sankeibiz.jp/macro/news/200729/mca2007291601005-n1.htm": "2020-07-29",
    "https://www.tkc.jp/lg/kaze/202110tokusyu": "2021-10",
  ].mapValues(PartialDate.init(code:))

  /// Records whose own words name a later day than their framework or the records they concern.
  static let records: [String: PartialDate] = [
    "it_brake_bigdata": "2017-11",  // 2017年11月の時点で着手
    "it_web_meeting": "2020-08-06",  // 令和2年8月改訂の行政DXの推進に入る
    "it_smart_mobility": "2020-08-06",  // 令和2年8月の改訂で新しく加わった
    "ctr_5": "2016-09-30",  // 更新履歴には第5回と第6回だけ
    "ctr_7": "2015-09-30",  // 市のページに無い: the page was made on that day
    "ctr_10": "2019年度",  // 初年度で終わったとする報告
    "ctr_11": "2024-01",  // 約2,000(2024年), from an article of January
  ].mapValues(PartialDate.init(code:))

  /// Notes that name a later day than their record.
  static let notes: [String: PartialDate] = [
    "it_koseki_ai": "2019年度",  // 初年度で事業を終えた
    "upd_news_04": "2020-02-13",  // 更新履歴では2月13日
    "mtg_pt_6": "2016-03-31",  // 3日後に戦略の初版が策定された
    "body_room": "2022年度",  // 令和4年度の運営方針の時点では
  ].mapValues(PartialDate.init(code:))

  /// A chair who is named as of a later day than the body was set up.
  static let chairs: [String: PartialDate] = ["body_room": .month(year: 2018, month: 2)]

  /// The office whose name a department may not bear before it was set up.
  static let office = (name: "ICT戦略室", body: "body_room")

  /// The document that states the ideals of going online.
  static let onlinePlan = "doc_online_plan"
}
