extension Matrix {
    /// How much the code has of what confuses readers (ISO/IEC 18004:2015, 7.8.3.1, table 11). The lowest penalty is the best.
    var penalty: Int {
        var penalty = balancePenalty + squarePenalty
        for line in 0..<size {
            penalty += linePenalty(modules[line * size..<(line + 1) * size])
            penalty += linePenalty((0..<size).map { self[line, $0] }[...])
        }
        return penalty
    }

    /// The penalty of one row or column. A run of five modules of one colour costs 3, and each further module 1. A shape like
    /// the middle of a finder costs 40 if four light modules come before or after it. The quiet zone counts as light, because
    /// readers see it too.
    private func linePenalty(_ line: ArraySlice<Bool>) -> Int {
        var (penalty, run, previous) = (0, 0, false)
        // The last 15 modules: four before the shape, seven of the shape, and four after it.
        var window = 0
        func slide(_ isDark: Bool) {
            window = (window << 1 | (isDark ? 1 : 0)) & 0x7FFF
            if window >> 4 & 0x7F == 0b101_1101, window >> 11 == 0 || window & 0xF == 0 { penalty += 40 }
        }
        for isDark in line {
            run = isDark == previous ? run + 1 : 1
            previous = isDark
            if run == 5 { penalty += 3 } else if run > 5 { penalty += 1 }
            slide(isDark)
        }
        for _ in 0..<4 { slide(false) }
        return penalty
    }

    /// Each square of two by two modules of one colour costs 3. Squares may overlap.
    private var squarePenalty: Int {
        var penalty = 0
        for y in 1..<size {
            for x in 1..<size {
                let isDark = self[x, y]
                if self[x - 1, y] == isDark, self[x, y - 1] == isDark, self[x - 1, y - 1] == isDark { penalty += 3 }
            }
        }
        return penalty
    }

    /// Each whole step of 5 % by which the share of dark modules differs from 50 % costs 10.
    private var balancePenalty: Int {
        let dark = modules.count { $0 }
        return abs(20 * dark - 10 * modules.count) / modules.count * 10
    }
}
