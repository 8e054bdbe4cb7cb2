#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Turns scores into probabilities that sum to 1.
package func softmax(_ scores: [Float]) -> [Double] {
  guard let highest = scores.max() else { return [] }
  let powers = scores.map { exp(Double($0 - highest)) }
  let sum = powers.reduce(0, +)
  return powers.map { $0 / sum }
}

/// The logistic function.
package func logistic(_ score: Float) -> Double { 1 / (1 + exp(-Double(score))) }

/// The natural logarithm, kept away from minus infinity.
package func safeLog(_ value: Double) -> Double { log(max(value, 1e-12)) }

/// The exponential function.
func exponential(_ value: Double) -> Double { exp(value) }
