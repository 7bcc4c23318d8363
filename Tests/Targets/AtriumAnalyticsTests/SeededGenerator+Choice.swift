import AtriumTesting

extension SeededGenerator {
    mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &self) }

    mutating func one<Value>(of values: [Value]) -> Value { values[below(values.count)] }
}
