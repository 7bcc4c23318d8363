/// The remainder of a division of polynomials over GF(2): the bits by which a BCH code corrects.
func remainder(of value: Int, by divisor: Int) -> Int {
    var rest = value
    while rest.leadingZeroBitCount <= divisor.leadingZeroBitCount {
        rest ^= divisor << (divisor.leadingZeroBitCount - rest.leadingZeroBitCount)
    }
    return rest
}
