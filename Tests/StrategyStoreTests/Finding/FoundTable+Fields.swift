extension FoundTable {
  /// By name, code, prefix, in either language and any width.
  static let phases = """
    「phase:検証中」 koseki_ai water_meter ／ m06 m07 m17 m20 m26 m28 m29 m33 m35 m36 m41 m43 m50 m57
    「フェーズ:検証中」 koseki_ai water_meter ／ m06 m07 m17 m20 m26 m28 m29 m33 m35 m36 m41 m43 m50 m57
    「ﾌｪｰｽﾞ:検証中」 koseki_ai water_meter ／ m06 m07 m17 m20 m26 m28 m29 m33 m35 m36 m41 m43 m50 m57
    「phase：検証中」 koseki_ai water_meter ／ m06 m07 m17 m20 m26 m28 m29 m33 m35 m36 m41 m43 m50 m57
    「PHASE:verifying」 koseki_ai water_meter ／ m06 m07 m17 m20 m26 m28 m29 m33 m35 m36 m41 m43 m50 m57
    「phase:v」 koseki_ai water_meter ／ m06 m07 m17 m20 m26 m28 m29 m33 m35 m36 m41 m43 m50 m57
    「phase:検証」 koseki_ai water_meter ／ m06 m07 m17 m20 m26 m28 m29 m33 m35 m36 m41 m43 m50 m57
    「phase:運」 online_proc open_data shoni_app hoiku_map gomi_app gyutto school_ict comm_platform byod ／ m01…m05
      m08 m09 m12 m14…m16 m19 m21 m25 m27 m31 m32 m38…m40 m42 m44 m51 m53…m56 m58 m59
    「phase:企画中|開発中」 なし ／ m10 m11 m18 m23 m24 m30 m34 m45 m46 m52 m62
    「phase:企画中|phase:開発中」 なし ／ m10 m11 m18 m23 m24 m30 m34 m45 m46 m52 m62
    「phase:none」 * -online_proc -open_data -shoni_app -hoiku_map -gomi_app -gyutto -school_ict -koseki_ai
      -comm_platform -byod -water_meter ／ m13 m49 m61
    「フェーズ:未記載」 * -online_proc -open_data -shoni_app -hoiku_map -gomi_app -gyutto -school_ict -koseki_ai
      -comm_platform -byod -water_meter ／ m13 m49 m61
    「-phase:運用中」 * -online_proc -open_data -shoni_app -hoiku_map -gomi_app -gyutto -school_ict -comm_platform
      -byod ／ m06 m07 m10 m11 m13 m17 m18 m20 m22…m24 m26 m28…m30 m33…m36 m41 m43 m45…m50 m52 m57 m61 m62
    「！phase:運用中」 * -online_proc -open_data -shoni_app -hoiku_map -gomi_app -gyutto -school_ict -comm_platform
      -byod ／ m06 m07 m10 m11 m13 m17 m18 m20 m22…m24 m26 m28…m30 m33…m36 m41 m43 m45…m50 m52 m57 m61 m62
    「phase:con」 なし ／ m22 m47 m48
    「is:derived」 online_proc open_data shoni_app hoiku_map gomi_app gyutto school_ict koseki_ai comm_platform
      byod water_meter ／ m12 m48 m62
    「区分:推定」 online_proc open_data shoni_app hoiku_map gomi_app gyutto school_ict koseki_ai comm_platform byod
      water_meter ／ m12 m48 m62
    """

  /// Pillars, departments, plans and ids.
  static let names = """
    「pillar:データ」 open_data welfare_bigdata brake_bigdata ／ m14…m24
    「柱:ﾃﾞｰﾀ」 open_data welfare_bigdata brake_bigdata ／ m14…m24
    「pillar:smart」 * -open_data -school_ict -civictech -welfare_bigdata -brake_bigdata -prog_course ／ m25…m36
    「柱:モバイル」 shoni_app hoiku_map gomi_app gyutto mynumber_certs mobile_work hybrid_pc ／ なし
    「pillar:p5」 なし ／ m50…m62
    「pillar:open_innovation」 civictech ／ なし
    「柱:=データ」 なし ／ m14…m24
    「pillar:="Smart City"」 * -open_data -school_ict -civictech -welfare_bigdata -brake_bigdata -prog_course ／
      なし
    「pillar:none」 なし ／ なし
    「柱:効率」 なし ／ m55 m56 m59
    「dept:ict」 online_proc koseki_ai comm_platform office_wifi core_refresh web_meeting byod welfare_bigdata
      brake_bigdata prog_course ／ なし
    「所管:ＩＣＴ戦略室」 online_proc koseki_ai comm_platform office_wifi core_refresh web_meeting byod welfare_bigdata
      brake_bigdata prog_course ／ なし
    「department:局」 shoni_app school_ict civictech welfare_bigdata water_meter ／ m12 m29
    「所管:福祉」 welfare_bigdata ／ m11 m19 m20 m33 m38 m46
    「dept:総務部」 なし ／ m10 m53 m54 m58…m62
    「所管：總務部」 なし ／ m10 m53 m54 m58…m62
    「所管:"ICT戦略室 企画"」 online_proc ／ なし
    「所管:=ICT戦略室」 comm_platform office_wifi core_refresh web_meeting byod brake_bigdata prog_course ／ なし
    「所管:なし」 public_wifi open_data hoiku_map gomi_app mynumber_certs mobile_work hybrid_pc smart_mobility ／ なし
    「-所管:none」 * -public_wifi -open_data -hoiku_map -gomi_app -mynumber_certs -mobile_work -hybrid_pc
      -smart_mobility ／ *
    「所管:消防」 shoni_app ／ m36
    「plan:アクションプラン」 online_proc koseki_ai comm_platform office_wifi core_refresh web_meeting byod
      smart_mobility ／ *
    「計画:骨子」 public_wifi open_data shoni_app hoiku_map gomi_app gyutto mynumber_certs mobile_work hybrid_pc
      school_ict civictech ／ なし
    「plan:fw_strategy_v1」 welfare_bigdata brake_bigdata prog_course water_meter ／ なし
    「plan:none」 なし ／ なし
    「計画:令和6〜8年度」 なし ／ *
    「id:m1」 なし ／ m10…m19
    「番号:=M10」 なし ／ m10
    「id:APP」 shoni_app gomi_app ／ なし
    「番号:ｗｉｆｉ」 public_wifi office_wifi ／ なし
    """

  /// 達成率 and what an item has on record.
  static let measures = """
    「kpi:<80」 online_proc ／ m04 m07 m10 m14 m20 m27…m30 m32 m38 m42 m44 m47 m55 m56
    「達成率:<80%」 online_proc ／ m04 m07 m10 m14 m20 m27…m30 m32 m38 m42 m44 m47 m55 m56
    「kpi:＜８０」 online_proc ／ m04 m07 m10 m14 m20 m27…m30 m32 m38 m42 m44 m47 m55 m56
    「kpi:<=80」 online_proc ／ m04 m07 m10 m14 m20 m27…m30 m32 m38 m42 m44 m47 m55 m56
    「kpi:>100」 なし ／ m08 m16 m21 m36 m41
    「kpi:>=100」 なし ／ m08 m16 m17 m21 m36 m41 m58
    「kpi:50..60」 なし ／ m04 m07 m29 m32 m44 m47 m55
    「kpi:50〜60」 なし ／ m04 m07 m29 m32 m44 m47 m55
    「kpi:..50」 online_proc ／ m30 m38 m42
    「kpi:100」 なし ／ m17 m58
    「kpi:behind」 なし ／ m01 m04 m07 m09 m10 m12 m14 m15 m18…m20 m23 m27…m32 m34 m35 m38 m39
      m42…m44 m47 m50…m52 m55 m56 m59
    「達成率:遅れ」 なし ／ m01 m04 m07 m09 m10 m12 m14 m15 m18…m20 m23 m27…m32 m34 m35 m38 m39
      m42…m44 m47 m50…m52 m55 m56 m59
    「kpi:reached」 なし ／ m08 m16 m17 m21 m36 m41 m58
    「達成率:達成」 なし ／ m08 m16 m17 m21 m36 m41 m58
    「kpi:overdue」 なし ／ m12 m31 m47 m50 m52
    「達成率:超過」 なし ／ m12 m31 m47 m50 m52
    「kpi:none」 * -online_proc -school_ict -koseki_ai -comm_platform -core_refresh -water_meter ／ m11 m13 m22
      m24 m46 m48 m49 m61 m62
    「has:kpi」 online_proc school_ict koseki_ai comm_platform core_refresh water_meter ／ m01…m10 m12 m14…m21 m23
      m25…m45 m47 m50…m59
    「has:budget」 online_proc school_ict koseki_ai ／ * -m13 -m24 -m48 -m49 -m61
    「あり:予算」 online_proc school_ict koseki_ai ／ * -m13 -m24 -m48 -m49 -m61
    「has:schedule」 online_proc mynumber_certs school_ict koseki_ai comm_platform core_refresh welfare_bigdata
      water_meter ／ m01…m12 m14 m15 m17 m18 m20 m22…m26 m28…m30 m32 m33 m35 m36 m40 m45…m47 m50 m52 m57
    「あり:日程」 online_proc mynumber_certs school_ict koseki_ai comm_platform core_refresh welfare_bigdata
      water_meter ／ m01…m12 m14 m15 m17 m18 m20 m22…m26 m28…m30 m32 m33 m35 m36 m40 m45…m47 m50 m52 m57
    「has:review」 なし ／ m01…m10 m14…m21 m23…m45 m47 m50…m59
    「あり:確認」 なし ／ m01…m10 m14…m21 m23…m45 m47 m50…m59
    「has:events」 online_proc public_wifi open_data shoni_app hoiku_map gomi_app civictech koseki_ai
      welfare_bigdata ／ m01 m04 m05 m09 m15 m24…m26 m50 m51 m62
    「あり:経過」 online_proc public_wifi open_data shoni_app hoiku_map gomi_app civictech koseki_ai welfare_bigdata
      ／ m01 m04 m05 m09 m15 m24…m26 m50 m51 m62
    「-has:kpi」 * -online_proc -school_ict -koseki_ai -comm_platform -core_refresh -water_meter ／ m11 m13 m22
      m24 m46 m48 m49 m61 m62
    """
}
