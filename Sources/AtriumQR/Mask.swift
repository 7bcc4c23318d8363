/// One of the eight masks, which invert modules so that a code has no shape that confuses readers.
struct Mask {
    /// 0 to 7.
    let number: Int

    /// Whether the mask inverts this module, if it is for codewords (ISO/IEC 18004:2015, table 10; i is `y`, and j is `x`).
    func inverts(_ x: Int, _ y: Int) -> Bool {
        switch number {
        case 0: (y + x) % 2 == 0
        case 1: y % 2 == 0
        case 2: x % 3 == 0
        case 3: (y + x) % 3 == 0
        case 4: (y / 2 + x / 3) % 2 == 0
        case 5: y * x % 2 + y * x % 3 == 0
        case 6: (y * x % 2 + y * x % 3) % 2 == 0
        default: ((y + x) % 2 + y * x % 3) % 2 == 0
        }
    }
}
