import Atrium
import Foundation
import Testing

@testable import AtriumCertificates

struct CodeTests {
    @Test(arguments: [0, 1, 18, 20, 64])
    func `a code of any number of bytes has a text`(_ size: Int) {
        let organization = OrganizationID(at: .distantPast, random: [])
        let code = CertificateCode(organization: organization, secret: Array(repeating: 7, count: size))
        #expect(CertificateCode(code.description) != code)
    }
}
