import Dashboard
import StrategyStore

/// Hearing of what others write.
extension DashboardLoop {
  func drainWatch() {
    do {
      if try watch?.drain() == true { mustReadHead = true }
    } catch {
      apply(.noticed(Notice(.failure, error.message)))
      mustReadHead = true
    }
  }

  func readHead() {
    do {
      let head = try launch.reader.head()
      mustReadHead = false
      if head != state.head { apply(.storeChanged(head: head)) }
    } catch {
      mustReadHead = error.isBusy
      if !error.isBusy { apply(.noticed(Notice(.failure, error.message))) }
    }
  }
}
