import Foundation
import Testing

@testable import StrategyStore

@Suite struct TextDecodingTests {
  private static let text = "番号,取組名,概要\r\n1,業務改革の推進,髙橋さんがスマートシティを進める\r\n2,ｶﾅﾒｲｼ,ﾄﾞﾛｰﾝ①㈱\r\n"

  private static func data(_ encoding: String.Encoding) throws -> [UInt8] {
    Array(try #require(text.data(using: encoding)))
  }

  @Test("Text is read alike from every encoding that is accepted")
  func accepted() throws {
    let utf8 = Array(Self.text.utf8)
    let files: [(String, [UInt8])] = [
      ("UTF-8", utf8), ("UTF-8", [0xEF, 0xBB, 0xBF] + utf8), ("Shift_JIS", try Self.data(.shiftJIS)),
      ("UTF-16LE", [0xFF, 0xFE] + (try Self.data(.utf16LittleEndian))),
      ("UTF-16BE", [0xFE, 0xFF] + (try Self.data(.utf16BigEndian))),
      ("UTF-16LE", try Self.data(.utf16LittleEndian)), ("UTF-16BE", try Self.data(.utf16BigEndian)),
    ]
    for (name, bytes) in files {
      let decoded = try TextDecoding.decode(bytes)
      #expect(String(decoding: decoded.bytes, as: UTF8.self) == Self.text)
      #expect(decoded.encoding == name)
    }
  }

  @Test(
    "Another encoding is refused, never stored as mojibake",
    arguments: [
      // Made with Python's codecs from a line of that language: euc_jp, gbk, big5, euc_kr, latin1, mac_roman, cp437,
      // cp1252, cp850, koi8_r, cp1251, iso8859_5, cp866, iso8859_7, tis_620, cp1250, iso8859_2, utf_32, iso2022_jp.
      "c8d6b9e62cbce8c1c8ccbe0a312cb6c8ccb3b2feb3d7a4cebfe4bfca0a",
      "1b2442485639661b28422c1b24423c6841484c3e1b28420a312c1b244236484c33327e3357244e3f643f4a1b28420a",
      "fffe00006a750000f75300002c000000d6530000447d00000d5400000a000000310000002c0000006d690000d95200003965"
        + "0000699700006e300000a8630000329000000a000000",
      "b1e0bac52cc3fbb3c62ccbb5c3f70a312cd6c7bbdbb3c7cad02ccafdd7d6bbafd7aad0cdb5c4cdc6bdf8b9a4d7f70a322cca"
        + "fdbedd2cd4dacfdfc9eac7ebb7fecef10a",
      "bd73b8b92ca657bad92cbba1a9fa0a312cb4bcbc7aabb0a5ab2cbcc6a6ecc2e0abacaabab1c0b0caa475a7400a322cb8eaae"
        + "c62cbd75a457a5d3bdd0aa41b0c80a",
      "b9f8c8a32cc0ccb8a72cbcb3b8ed0a312cbdbab8b6c6aebdc3c6bc2cb5f0c1f6c5d020c0fcc8af20c3dfc1f80a",
      "69642c74697472650a312c4e756de97269736174696f6e2067e96ee972616c6520e02047656ee8766520e974e90a322c44e9"
        + "6ae0207675206661e76164650a",
      "69642c74697472650a312c4e756d8e7269736174696f6e20678e6e8e72616c6520882047656e8f7665208e748e0a322c448e"
        + "6a882076752066618d6164650a",
      "69642c74697472650a312c4e756d827269736174696f6e2067826e8272616c6520852047656e8a7665208274820a322c4482"
        + "6a85207675206661876164650a",
      "69642c746974656c0a312c46fc6872756e6720fc6265722053747261df6520d66c20c47066656c0a",
      "69642c746974656c0a312c46816872756e6720816265722053747261e16520996c208e7066656c0a",
      "cecfcdc5d22ccec1dad7c1cec9c50a312cf5cdced9ca20c7cfd2cfc40a",
      "edeeece5f02cede0e7e2e0ede8e50a312cd3ecedfbe920e3eef0eee40a",
      "dddedcd5e02cddd0d7d2d0ddd8d50a312cc3dcddebd920d3dee0ded40a",
      "adaeaca5e02cada0a7a2a0ada8a50a312c93acadeba920a3aee0aea40a",
      "e1f1e9e8ecfcf22cf4dff4ebeff20a312cddeef5f0ede720f0fcebe70a",
      "e0c5a22caad7e8cd0a312ce0c1d7cda7cdd1a8a9c3d4c2d00a",
      "6e722c6e617a77610a312c5a61bff3b3e62067ea9c6cb9206a619ff10a",
      "6e722c6e617a77610a312c5a61bff3b3e62067eab66cb1206a61bcf10a",
    ])
  func refused(hex: String) throws {
    var bytes: [UInt8] = []
    var digits = Substring(hex)
    while let byte = UInt8(digits.prefix(2), radix: 16) {
      bytes.append(byte)
      digits = digits.dropFirst(2)
    }
    #expect(throws: TextDecoding.Refusal.self) { try TextDecoding.decode(bytes) }
  }

  @Test("A sentence names what was recognised")
  func sentences() {
    let files: [([UInt8], String)] = [
      ([0xC8, 0xD6, 0xB9, 0xE6, 0x0A], "x.csv: 文字コードがEUC（EUC-JPなど）のようです。UTF-8かShift_JISで保存し直してください"),
      (
        [0x1B, 0x24, 0x42, 0x48, 0x56, 0x1B, 0x28, 0x42],
        "x.csv: 文字コードがISO-2022-JP（JIS）のようです。UTF-8かShift_JISで保存し直してください"
      ),
      (Array("a\nb".utf8) + [0xFF, 0x0A], "x.csv 2行目2文字目: 文字コードが分かりません。UTF-8かShift_JISで保存し直してください"),
      ([0xFF, 0xFE, 0x41], "x.csv: UTF-16の並びが壊れています。UTF-8で保存し直してください"),
    ]
    for (bytes, sentence) in files {
      let result = ImportPlan.read(
        [ImportFile(name: "x.csv", bytes: bytes)], options: ImportOptions(effective: SampleRecords.today),
        context: MemoryStore.sample)
      guard case .failure(let faults) = result else {
        Issue.record("accepted")
        continue
      }
      #expect(faults.lines == [sentence])
    }
  }
}
