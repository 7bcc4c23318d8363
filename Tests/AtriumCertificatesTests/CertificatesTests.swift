import Testing

@testable import AtriumCertificates
