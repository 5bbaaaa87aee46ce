import Testing

@testable import TextUI

@Suite("Common text")
struct CommonTextTests {
  @Test("Common text is measured and cut as any other, whatever stands in it")
  func commonText() {
    for policy in [WidthPolicy.narrow, .wide] {
      for value in (0x20...0xFFFF as ClosedRange<UInt32>) {
        guard let scalar = Unicode.Scalar(value) else { continue }
        let text = "a" + String(scalar) + "b"
        guard let found = CommonText.head(of: text, 9, policy) else { continue }
        #expect(found.bytes == text.utf8.count && found.width == 2 + policy.width(of: scalar), "\(value)")
        #expect(SafeText.isSafe(scalar) && Clusters(text, policy).reduce(0) { $0 + $1.width } == found.width)
      }
    }
    #expect(CommonText.head(of: "か\u{3099}", 9, .narrow) == nil, "a mark joins what stands before it")
    #expect(CommonText.head(of: "かき\u{3099}", 2, .narrow)?.bytes == 3)
    #expect(CommonText.head(of: "かき\u{3099}", 4, .narrow) == nil)
  }
}
