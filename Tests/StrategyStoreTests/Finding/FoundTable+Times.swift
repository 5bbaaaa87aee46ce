extension FoundTable {
  /// Dates and fiscal years as they are written in Japan and by ISO 8601, on 2026-11-23.
  static let dates = """
    「due:90d」 なし ／ m30 m57
    「期限:90日」 なし ／ m30 m57
    「due:200d」 なし ／ * -m11…m13 -m22 -m24 -m31 -m46…m49 -m52 -m61 -m62
    「due:<2026-04」 online_proc ／ m12 m31 m47 m52
    「期限:<令和8年4月」 online_proc ／ m12 m31 m47 m52
    「due:<=R8.3.31」 online_proc ／ m12 m31 m47 m52
    「due:2026-12-31」 なし ／ m30 m57
    「期限:令和8年12月31日」 なし ／ m30 m57
    「due:2026-12」 なし ／ m30 m57
    「due:2026」 online_proc ／ m12 m30 m31 m47 m52 m57
    「due:R8年度」 なし ／ * -m11…m13 -m22 -m24 -m31 -m46…m49 -m52 -m61 -m62
    「due:2026-04..2026-12」 なし ／ m30 m57
    「due:>2026」 なし ／ m01…m10 m14…m21 m23 m25…m29 m32…m45 m50 m51 m53…m56 m58 m59
    「due:none」 * -online_proc ／ m11 m13 m22 m24 m46 m48 m49 m61 m62
    「期限:なし」 * -online_proc ／ m11 m13 m22 m24 m46 m48 m49 m61 m62
    「fy:2020」 online_proc water_meter ／ なし
    「年度:R2」 online_proc water_meter ／ なし
    「年度:令和2年度」 online_proc water_meter ／ なし
    「fy:H30」 online_proc koseki_ai core_refresh water_meter ／ なし
    「年度:平成30年度」 online_proc koseki_ai core_refresh water_meter ／ なし
    「fy:2012..2015」 school_ict water_meter ／ なし
    「year:..H27」 school_ict water_meter ／ なし
    「fy:R8」 なし ／ * -m13 -m24 -m48 -m49 -m61
    「年度:令和7」 online_proc ／ m01…m12 m14…m45 m47 m50…m59
    「fy:>=R6」 online_proc ／ * -m13 -m48 -m49 -m61
    「fy:<2016」 school_ict water_meter ／ なし
    「fy:none」 * -online_proc -mynumber_certs -school_ict -koseki_ai -comm_platform -core_refresh
      -welfare_bigdata -water_meter ／ m13 m48 m49 m61
    「fy:R8|H27」 school_ict water_meter ／ * -m13 -m24 -m48 -m49 -m61
    「review:overdue」 なし ／ m04 m05 m08 m10 m14 m16…m18 m21 m24 m27 m28 m31 m32 m34 m35 m39 m41…m43 m47 m52 m53
      m55 m57 m58
    「CIO確認:超過」 なし ／ m04 m05 m08 m10 m14 m16…m18 m21 m24 m27 m28 m31 m32 m34 m35 m39 m41…m43 m47 m52 m53 m55 m57
      m58
    「review:none」 * ／ m11…m13 m22 m46 m48 m49 m61 m62
    「確認:令和8年3月」 なし ／ m01…m03 m06 m07 m09 m15 m19 m20 m23 m25 m26 m29 m30 m33 m36 m38 m40 m44 m45 m50 m51 m54
      m56 m59
    「review:<2025」 なし ／ m21 m31 m35 m42
    「確認:R7年度」 なし ／ m01…m03 m05…m07 m09 m14 m15 m18…m20 m23…m26 m28…m30 m33 m36 m38 m40 m44 m45 m50 m51 m54…m57
      m59
    """

  /// All, or, not, phrases, full-width signs, and what is no field.
  static let combined = """
    「窓口 予約」 なし ／ m07 m10 m13
    「データ 分析」 welfare_bigdata brake_bigdata ／ m16 m17 m19 m28
    「データ　分析」 welfare_bigdata brake_bigdata ／ m16 m17 m19 m28
    「窓口 -予約」 mobile_work ／ m01…m06 m08 m09 m11 m12 m21 m53
    「窓口 ！予約」 mobile_work ／ m01…m06 m08 m09 m11 m12 m21 m53
    「窓口 −予約」 mobile_work ／ m01…m06 m08 m09 m11 m12 m21 m53
    「窓口　－予約」 mobile_work ／ m01…m06 m08 m09 m11 m12 m21 m53
    「-の」 なし ／ なし
    「窓口|予約」 mobile_work ／ m01…m13 m21 m28 m53
    「窓口｜予約」 mobile_work ／ m01…m13 m21 m28 m53
    「窓口 | 予約」 mobile_work ／ m01…m13 m21 m28 m53
    「アプリ 保育|救急」 shoni_app ／ なし
    「保育|救急 アプリ」 shoni_app ／ なし
    「-窓口|-予約」 * ／ * -m07 -m10 -m13
    「"ICT戦略室 企画担当"」 online_proc ／ なし
    「“ICT戦略室 企画担当”」 online_proc ／ なし
    「＂Free Wi-Fi＂」 public_wifi ／ なし
    「"Free Wi-Fi」 public_wifi ／ なし
    「-"Free Wi-Fi"」 * -public_wifi ／ *
    「"システムの"」 online_proc core_refresh ／ m10 m41 m50
    「"phase:検証中"」 なし ／ なし
    「柱:データ phase:検証中」 なし ／ m17 m20
    「所管:福祉部|市民部 kpi:<80」 なし ／ m07 m20 m38 m47
    「phase:検証中|避難」 koseki_ai water_meter ／ m06 m07 m14 m17 m20 m25 m26 m28 m29 m33 m35 m36 m41 m43 m50 m57
    「避難|phase:検証中」 koseki_ai water_meter ／ m06 m07 m14 m17 m20 m25 m26 m28 m29 m33 m35 m36 m41 m43 m50 m57
    「10:30」 なし ／ なし
    「https://」 なし ／ なし
    「」 * ／ *
    「   」 * ／ *
    「|」 * ／ *
    「-」 * ／ *
    「'; DROP TABLE item_row; --」 なし ／ なし
    「%」 なし ／ なし
    「_」 * ／ なし
    「has:予算 -fy:R8」 online_proc school_ict koseki_ai ／ なし
    「review:overdue phase:開発中」 なし ／ m10 m18 m34 m52
    「apuri -窓口」 shoni_app gomi_app gyutto civictech prog_course ／ m49
    「-apuri」 * ／ *
    """
}
