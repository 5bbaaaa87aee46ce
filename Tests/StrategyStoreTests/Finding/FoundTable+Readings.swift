extension FoundTable {
  /// Hepburn, 訓令式 and what input methods take; behind each word the kana that it writes.
  static let romaji = """
    「onrain」〔おんらいん〕 online_proc ／ m01 m05 m06 m10 m12 m13 m42 m44
    「onnrainn」〔おんらいん〕 online_proc ／ m01 m05 m06 m10 m12 m13 m42 m44
    「on'rain」〔おんらいん〕 online_proc ／ m01 m05 m06 m10 m12 m13 m42 m44
    「onr」〔おんら|おんり|おんる|おんれ|おんろ〕 online_proc ／ m01 m05 m06 m10 m12 m13 m42 m44
    「dejitaru」〔でじたる〕 online_proc ／ m05 m09 m14 m24 m26 m32 m38…m52 m55…m57 m59
    「dezitaru」〔でじたる〕 online_proc ／ m05 m09 m14 m24 m26 m32 m38…m52 m55…m57 m59
    「sumato」〔すまーと〕 * -open_data -school_ict -civictech -welfare_bigdata -brake_bigdata -prog_course ／ m01 m04
      m06 m29 m32 m38
    「suma-to」〔すまーと〕 * -open_data -school_ict -civictech -welfare_bigdata -brake_bigdata -prog_course ／ m01 m04
      m06 m29 m32 m38
    「sumaato」〔すまーと〕 * -open_data -school_ict -civictech -welfare_bigdata -brake_bigdata -prog_course ／ m01 m04
      m06 m29 m32 m38
    「sumātofon」〔すまーとふぉん〕 shoni_app gomi_app gyutto ／ m01 m04 m06 m32 m38
    「apuri」〔あぷり〕 shoni_app gomi_app gyutto civictech prog_course ／ m49
    「taburetto」〔たぶれっと〕 mobile_work hybrid_pc school_ict ／ m36
    「taburet」〔たぶれっと〕 mobile_work hybrid_pc school_ict ／ m36
    「madoguchi」〔まどぐち〕 なし ／ m02 m09
    「madoguti」〔まどぐち〕 なし ／ m02 m09
    「kyuushoku」〔きゅうしょく〕 なし ／ m23
    「kyusyoku」〔きゅうしょく〕 なし ／ m23
    「kyūshoku」〔きゅうしょく〕 なし ／ m23
    「kyuusyoku」〔きゅうしょく〕 なし ／ m23
    「shinsei」〔しんせい〕 なし ／ m02 m05 m06 m11
    「sinsei」〔しんせい〕 なし ／ m02 m05 m06 m11
    「shin'sei」〔しんせい〕 なし ／ m02 m05 m06 m11
    「jouhou」〔じょうほう〕 なし ／ m36 m43 m56
    「zyouhou」〔じょうほう〕 なし ／ m36 m43 m56
    「joho」〔じょうほう〕 なし ／ m36 m43 m56
    「jōhō」〔じょうほう〕 なし ／ m36 m43 m56
    「hoikusho」〔ほいくしょ〕 なし ／ m06
    「hoikusyo」〔ほいくしょ〕 なし ／ m06
    「kekkon」〔けっこん〕 なし ／ なし
    「gakkou」〔がっこう〕 なし ／ m23 m48
    「gakko」〔がっこう〕 なし ／ m23 m48
    「mihonnabi」〔みほんなび〕 なし ／ m09
    「sa-ba-」〔さーばー〕 なし ／ m62
    「saba」〔さーばー〕 なし ／ m62
    「intanetto」〔いんたーねっと〕 なし ／ なし
    「chiiki」〔ちいき〕 なし ／ m47
    「tiiki」〔ちいき〕 なし ／ m47
    「tsuuchi」〔つうち〕 なし ／ m31
    「tuuti」〔つうち〕 なし ／ m31
    「xtu」〔っ〕 online_proc gyutto mobile_work hybrid_pc school_ict koseki_ai smart_mobility welfare_bigdata
      brake_bigdata ／ m04 m05 m07…m09 m14 m15 m17 m22 m23 m28 m33 m36 m43 m48 m52 m54 m55 m62
    """

  /// Readings that are asked for, and Latin words beside others.
  static let mixed = """
    「~ai」〔ai|あい〕 koseki_ai ／ m09 m18 m21 m51
    「ai madoguchi」〔ai|あい まどぐち〕 なし ／ m09
    「ict sumato」〔ict すまーと〕 * -open_data -school_ict -civictech -welfare_bigdata -brake_bigdata -prog_course ／
      なし
    「gis kyouyuu」〔gis きょうゆう〕 なし ／ m21
    「rpa jidouka」〔rpa じどうか〕 なし ／ m55
    """

  /// With a dictionary of じょうほう 情報, まどぐち 窓口, がっこう 学校.
  static let dictionary = """
    「ict jouhou」〔ict じょうほう|情報〕 online_proc hoiku_map gyutto hybrid_pc brake_bigdata ／ なし
    「zyouhou」〔じょうほう|情報〕 online_proc hoiku_map gyutto hybrid_pc brake_bigdata ／ m02 m32 m36 m43 m56
    「madoguchi」〔まどぐち|窓口〕 mobile_work ／ m01…m13 m21 m53
    「madog」〔まどぐ|窓口〕 mobile_work ／ m01…m13 m21 m53
    「ai madoguti」〔ai|あい まどぐち|窓口〕 なし ／ m09 m21
    「gakkô」〔がっこう|学校〕 school_ict ／ m23 m31 m40 m48
    """
}
