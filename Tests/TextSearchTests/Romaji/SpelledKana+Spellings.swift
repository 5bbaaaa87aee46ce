extension SpelledKana {
  static let lines = """
    あ=a い=i う=u,wu,whu え=e お=o ぁ=la,xa ぃ=li,xi,lyi,xyi ぅ=lu,xu ぇ=le,xe,lye,xye ぉ=lo,xo
    か=ka,ca,lka,xka き=ki く=ku,cu,qu け=ke,lke,xke こ=ko,co きゃ=kya きぃ=kyi きゅ=kyu きぇ=kye きょ=kyo
    くぁ=kwa,qwa,qa くぃ=kwi,qwi,qi,qyi くぅ=kwu,qwu くぇ=kwe,qwe,qe,qye くぉ=kwo,qwo,qo くゎ=kwa,qwa くゃ=qya くゅ=qyu くょ=qyo
    が=ga ぎ=gi ぐ=gu げ=ge ご=go ぎゃ=gya ぎぃ=gyi ぎゅ=gyu ぎぇ=gye ぎょ=gyo
    ぐぁ=gwa ぐぃ=gwi ぐぅ=gwu ぐぇ=gwe ぐぉ=gwo ぐゎ=gwa
    さ=sa し=si,shi,ci す=su せ=se,ce そ=so しゃ=sya,sha しぃ=syi しゅ=syu,shu しぇ=sye,she しょ=syo,sho
    すぁ=swa すぃ=swi すぅ=swu すぇ=swe すぉ=swo
    ざ=za じ=zi,ji ず=zu ぜ=ze ぞ=zo じゃ=zya,ja,jya じぃ=zyi,jyi じゅ=zyu,ju,jyu じぇ=zye,je,jye じょ=zyo,jo,jyo
    た=ta ち=ti,chi つ=tu,tsu て=te と=to ちゃ=tya,cha,cya ちぃ=tyi,cyi ちゅ=tyu,chu,cyu ちぇ=tye,che,cye ちょ=tyo,cho,cyo
    つぁ=tsa つぃ=tsi つぇ=tse つぉ=tso てゃ=tha てぃ=thi,t'i,ti てゅ=thu てぇ=the てょ=tho
    とぁ=twa とぃ=twi とぅ=twu,t'u,tu とぇ=twe とぉ=two っ=ltu,xtu,ltsu,xtsu
    だ=da ぢ=di,zi,ji づ=du,zu で=de ど=do ぢゃ=dya,ja,zya,jya ぢぃ=dyi ぢゅ=dyu,ju,zyu,jyu ぢぇ=dye ぢょ=dyo,jo,zyo,jyo
    でゃ=dha でぃ=dhi,d'i,di でゅ=dhu,dyu でぇ=dhe でょ=dho どぁ=dwa どぃ=dwi どぅ=dwu,d'u,du どぇ=dwe どぉ=dwo
    な=na に=ni ぬ=nu ね=ne の=no にゃ=nya にぃ=nyi にゅ=nyu にぇ=nye にょ=nyo
    は=ha ひ=hi ふ=hu,fu へ=he ほ=ho ひゃ=hya ひぃ=hyi ひゅ=hyu ひぇ=hye ひょ=hyo
    ふぁ=fa,fwa,hwa ふぃ=fi,fwi,hwi,fyi ふぅ=fwu,hwu ふぇ=fe,fwe,hwe,fye ふぉ=fo,fwo,hwo ふゃ=fya ふゅ=fyu ふょ=fyo
    ば=ba び=bi ぶ=bu べ=be ぼ=bo びゃ=bya びぃ=byi びゅ=byu びぇ=bye びょ=byo
    ぱ=pa ぴ=pi ぷ=pu ぺ=pe ぽ=po ぴゃ=pya ぴぃ=pyi ぴゅ=pyu ぴぇ=pye ぴょ=pyo
    ゔぁ=va ゔぃ=vi,vyi ゔ=vu ゔぇ=ve,vye ゔぉ=vo ゔゃ=vya ゔゅ=vyu ゔょ=vyo
    ま=ma み=mi む=mu め=me も=mo みゃ=mya みぃ=myi みゅ=myu みぇ=mye みょ=myo
    や=ya ゆ=yu いぇ=ye よ=yo ゃ=lya,xya ゅ=lyu,xyu ょ=lyo,xyo
    ら=ra り=ri る=ru れ=re ろ=ro りゃ=rya りぃ=ryi りゅ=ryu りぇ=rye りょ=ryo
    わ=wa うぃ=wi,whi ゐ=wi,wyi うぇ=we,whe ゑ=we,wye を=wo うぉ=wo,who うぁ=wha ゎ=lwa,xwa
    """
}
