import Crypto
import Foundation

/// How a page looks: light or dark as the reader has it, black on white on paper.
enum HTMLStyle {
  static let text = """
    :root{color-scheme:light dark;--ink:#1f2328;--faint:#57606a;--ground:#fff;--line:#c9d1d9;--band:#f3f5f7}\
    @media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--faint:#9da7b1;--ground:#0d1117;--line:#3d444d;--band:#161b22}}\
    *{box-sizing:border-box}\
    body{margin:0 auto;padding:1.5rem 1rem 3rem;max-width:64rem;background:var(--ground);color:var(--ink);\
    font:1rem/1.7 'Hiragino Sans','Yu Gothic UI','BIZ UDPGothic','Noto Sans CJK JP','Noto Sans JP',sans-serif;\
    line-break:strict;overflow-wrap:anywhere}\
    header{border-bottom:3px solid var(--ink);margin-bottom:1.5rem}\
    .city,.asof,.filter{margin:0;color:var(--faint)}\
    h1{font-size:1.7rem;line-height:1.35;margin:.1em 0 .3em}\
    h2{font-size:1.25rem;line-height:1.4;margin:2rem 0 .6rem;padding-left:.6rem;border-left:.35rem solid var(--ink)}\
    h3{font-size:1.05rem;margin:1.4rem 0 .4rem}\
    p{margin:.5rem 0}\
    .faint{color:var(--faint)}\
    table{width:100%;border-collapse:collapse;margin:.5rem 0 1.2rem;font-size:.92rem;line-height:1.5}\
    th,td{border:1px solid var(--line);padding:.35rem .55rem;text-align:left;vertical-align:top}\
    thead th{background:var(--band);word-break:keep-all;overflow-wrap:normal}\
    tbody th{font-weight:600;min-width:14em;max-width:24em}\
    tbody th[scope=rowgroup]{width:30%}\
    td{min-width:8em;word-break:keep-all}\
    tbody:has(th[scope=rowgroup]) td{min-width:11em}\
    .n{text-align:right;min-width:3em;overflow-wrap:normal;font-variant-numeric:tabular-nums}\
    .k{white-space:nowrap;min-width:0}\
    ul{margin:.4rem 0 1rem;padding-left:1.4rem}\
    dl{display:grid;grid-template-columns:fit-content(11rem) 1fr;gap:.25rem 1rem;margin:.5rem 0 1rem}\
    dt{color:var(--faint)}\
    dd{margin:0;grid-column:2}\
    del{text-decoration:line-through;opacity:.8}\
    ins{text-decoration:underline;text-decoration-thickness:2px;font-weight:600}\
    footer{margin-top:3rem;border-top:1px solid var(--line);font-size:.8rem;color:var(--faint)}\
    @media(max-width:44rem){table{display:block;overflow-x:auto}}\
    footer dl{grid-template-columns:max-content 1fr}\
    code{font-family:'Noto Sans Mono CJK JP','BIZ UDGothic','MS Gothic',monospace}\
    @page{size:A4;margin:15mm 14mm 16mm}\
    @media print{:root{--ink:#000;--faint:#333;--ground:#fff;--line:#777;--band:#eee}\
    body{max-width:none;padding:0;font-size:10pt;line-height:1.55}\
    table{font-size:8.5pt}\
    th,td{padding:.2rem .3rem}\
    tbody th{min-width:12em;max-width:20em}\
    table:not(:has(tbody tr:nth-child(9))){break-inside:avoid}\
    thead{display:table-header-group}\
    tr,li,dd{break-inside:avoid}\
    h1,h2,h3,h2+p,h3+p{break-after:avoid}\
    footer{font-size:7.5pt;break-inside:avoid}}
    """

  /// Nothing may run or be fetched; the one style is named by its digest.
  static let policy: String = {
    let digest = Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString()
    return "default-src 'none'; style-src 'sha256-\(digest)'; base-uri 'none'; form-action 'none'"
  }()
}
