internal import Atrium

enum CertificatesSchema {
    static let all = Schema()
}
