import CSeedData
import Foundation

/// A file that is built into the program (see `CSeedData`).
struct SeedFile {
  var name: String
  private var content: seed_file

  static var osaka: SeedFile { SeedFile(name: "osaka-ict.json", content: seed_osaka_ict()) }
  static var sample: SeedFile { SeedFile(name: "sample-city.json", content: seed_sample_city()) }

  var data: Data { Data(bytes: content.bytes, count: content.count) }

  func decoded<Facts: Decodable>(
    as type: Facts.Type, keys: JSONDecoder.KeyDecodingStrategy = .useDefaultKeys
  ) throws(SeedError) -> Facts {
    do {
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = keys
      return try decoder.decode(type, from: data)
    } catch let error as DecodingError {
      throw .unreadable(file: name, place: SeedFile.place(of: error))
    } catch {
      throw .unreadable(file: name, place: String(describing: error))
    }
  }

  private static func place(of error: DecodingError) -> String {
    let context: DecodingError.Context? =
      switch error {
      case .keyNotFound(_, let context), .typeMismatch(_, let context), .valueNotFound(_, let context),
        .dataCorrupted(let context):
        context
      @unknown default: nil
      }
    guard let context else { return String(describing: error) }
    let path = context.codingPath.map(\.stringValue).joined(separator: ".")
    return "\(path): \(context.debugDescription)"
  }
}
