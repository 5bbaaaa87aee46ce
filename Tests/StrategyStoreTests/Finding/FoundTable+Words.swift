extension FoundTable {
  /// Words of one, two and more kanji.
  static let kanji = """
    「窓」 mobile_work ／ m01…m13 m21 m53
    「紙」 hybrid_pc ／ m21 m32 m41 m47 m54
    「税」 なし ／ m03 m04 m18 m50
    「水」 water_meter ／ m25 m29
    「区」 gyutto civictech koseki_ai ／ m11 m15 m20 m28 m33
    「駅」 なし ／ なし
    「窓口」 mobile_work ／ m01…m13 m21 m53
    「市民」 civictech ／ m01…m03 m07 m13 m15 m27 m30 m39 m43 m47
    「申請」 online_proc mynumber_certs ／ m02 m05 m06 m11
    「学校」 school_ict ／ m23 m31 m40 m48
    「無線」 public_wifi office_wifi water_meter ／ m29
    「職員」 civictech koseki_ai comm_platform byod ／ m02 m05 m15 m16 m41 m43 m51 m55 m58
    「避難」 なし ／ m14 m25 m26
    「会議」 hybrid_pc koseki_ai comm_platform office_wifi core_refresh web_meeting ／ m12 m46 m62
    「戸籍」 koseki_ai ／ m03 m13
    「保育」 hoiku_map ／ m06
    「地図」 hoiku_map ／ m21 m26 m31
    「電子」 online_proc ／ m06 m11 m42 m47 m53 m54
    「情報」 online_proc hoiku_map gyutto hybrid_pc brake_bigdata ／ m02 m32 m36 m43 m56
    「市役所」 なし ／ なし
    「防災」 なし ／ m21 m26
    「救急」 shoni_app ／ m36
    「予約」 なし ／ m07 m10 m13 m28
    「分析」 welfare_bigdata brake_bigdata ／ m16 m17 m19 m28
    「教育委員会」 school_ict ／ m23 m40…m42 m48
    """

  /// Kana of every width and kind, composed or not.
  static let kana = """
    「アプリ」 shoni_app gomi_app gyutto civictech prog_course ／ m49
    「ｱﾌﾟﾘ」 shoni_app gomi_app gyutto civictech prog_course ／ m49
    「あぷり」 shoni_app gomi_app gyutto civictech prog_course ／ m49
    「アフ\u{309A}リ」 shoni_app gomi_app gyutto civictech prog_course ／ m49
    「データ」 open_data civictech welfare_bigdata brake_bigdata ／ m14…m24 m28 m57 m61
    「ﾃﾞｰﾀ」 open_data civictech welfare_bigdata brake_bigdata ／ m14…m24 m28 m57 m61
    「でーた」 open_data civictech welfare_bigdata brake_bigdata ／ m14…m24 m28 m57 m61
    「テ\u{3099}ータ」 open_data civictech welfare_bigdata brake_bigdata ／ m14…m24 m28 m57 m61
    「セキュリティ」 なし ／ m56
    「ｾｷｭﾘﾃｨ」 なし ／ m56
    「せきゅりてぃ」 なし ／ m56
    「まどぐち」 なし ／ m02 m09
    「マドグチ」 なし ／ m02 m09
    「ﾏﾄﾞｸﾞﾁ」 なし ／ m02 m09
    「ごみ」 gomi_app ／ m08 m09
    「ゴミ」 gomi_app ／ m08 m09
    「ｺﾞﾐ」 gomi_app ／ m08 m09
    「さんあ〜る」 gomi_app ／ なし
    「サンアール」 なし ／ なし
    「ー」 * ／ m01 m04…m06 m09 m11 m13…m26 m28 m29 m32 m35 m38 m39 m45 m48 m49 m51 m52 m55…m58 m61 m62
    「ぎゅっと」 gyutto ／ なし
    「ギュット」 gyutto ／ なし
    「み」 online_proc public_wifi open_data gomi_app mobile_work civictech comm_platform core_refresh prog_course
      ／ m07…m09 m11 m23 m26 m27 m32…m34 m39 m49 m52
    """

  /// Latin letters, digits and signs of every width.
  static let latin = """
    「ICT」 * -open_data ／ なし
    「ict」 * -open_data ／ なし
    「ＩＣＴ」 * -open_data ／ なし
    「Ict」 * -open_data ／ なし
    「AI」 koseki_ai ／ m09 m18 m51
    「ａｉ」 koseki_ai ／ m09 m18 m51
    「GIS」 なし ／ m21
    「QR」 なし ／ m04
    「LINE」 online_proc ／ m08
    「wi-fi」 public_wifi ／ なし
    「Ｗｉ－Ｆｉ」 public_wifi ／ なし
    「KPI」 なし ／ なし
    「award」 なし ／ m49
    「ＡＷＡＲＤ」 なし ／ m49
    「🎨」 なし ／ m49
    「5」 online_proc school_ict water_meter ／ m05 m15 m25 m29 m35 m45 m50…m59
    「２」 online_proc open_data shoni_app school_ict civictech koseki_ai core_refresh web_meeting smart_mobility
      brake_bigdata ／ m02 m07 m09 m12 m18 m20…m30 m32 m33 m35 m42 m45 m48 m50 m52 m56 m62
    """

  /// Old forms, and signs that stand for several characters.
  static let oldForms = """
    「橋梁」 なし ／ m35
    「總務部」 なし ／ m10 m53 m54 m58…m62
    「舊庁舎」 なし ／ m62
    「旧廳舎」 なし ／ m62
    「學校」 school_ict ／ m23 m31 m40 m48
    「教育委員會」 school_ict ／ m23 m40…m42 m48
    「會議」 hybrid_pc koseki_ai comm_platform office_wifi core_refresh web_meeting ／ m12 m46 m62
    「①」 online_proc public_wifi open_data shoni_app school_ict civictech core_refresh brake_bigdata ／ m01 m05
      m07 m10…m21 m25 m26 m28…m31 m35 m41 m45 m47 m51 m56 m58 m61
    「1標的」 なし ／ m56
    「㋿2年」 web_meeting smart_mobility ／ なし
    「令和2年」 web_meeting smart_mobility ／ なし
    「㍻27年」 open_data ／ なし
    「平成27年」 open_data ／ なし
    「令和６年」 なし ／ なし
    「さんあ~る」 gomi_app ／ なし
    「さんあ～る」 gomi_app ／ なし
    「小学3〜6年」 prog_course ／ なし
    「小学3~6年」 prog_course ／ なし
    「小学3～6年」 prog_course ／ なし
    「Wi−Fi」 public_wifi ／ なし
    「Ｗｉ–Ｆｉ」 public_wifi ／ なし
    「㈱」 なし ／ なし
    「證明書」 mynumber_certs ／ m02 m03 m06
    「戶籍」 koseki_ai ／ m03 m13
    「圖書館」 なし ／ m42 m48
    「髙齢者」 なし ／ m38
    「﨑」 なし ／ なし
    「霞ヶ関」 なし ／ なし
    """
}
